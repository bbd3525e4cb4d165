import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { checkHandAward } from '../../../shared/domain/hand-award.ts';
import { civilDateIn } from '../../../shared/domain/kinds.ts';
import { nameOnCertificate } from '../../../shared/domain/learner.ts';
import { earnedElsewhere } from '../../accounts/family.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { learnerNamed } from '../../privacy/learner-named.ts';
import { required } from '../../records/require.ts';
import { offerViews } from '../../views/offer-views.ts';
import { unknownLearner } from './unknown-learner.ts';

/** What a learner could be awarded by hand in an activity, and what speaks against it already. */
export const handler = endpoint(changesRoutes.getAwardOffers, {}, async ({ body, staff }, capabilities) => {
  const { activities, learners, participations, clock } = capabilities;
  const { activityId = '', learner: named = '' } = body;
  const learnerId = await learnerNamed(named, capabilities);
  if (learnerId === undefined) return unknownLearner('/learner');
  const published = activityId === '' ? undefined : await activities.published(activityId);
  if (!published) return notFound('activity');
  const learner = required(await learners.byId(learnerId), 'The account of an address').value;
  const participation = (await participations.of(learnerId, activityId))?.value;
  const pinned = participation?.activityVersion;
  const activity = pinned === undefined ? published : await activities.version(activityId, pinned);
  const { title, opensOn, closesOn, heldOn, zone } = activity;
  const today = civilDateIn(clock.now(), zone);
  const standing = {
    ...{ activity, learner, participation },
    earnedElsewhere: await earnedElsewhere(learner, activityId, capabilities),
  };
  // What is not filled in yet is no fault: the form asks for it.
  const filled = { reason: '-', proposedBy: staff.staffId, claims: [], participatedOn: heldOn ?? today };
  const faults = checkHandAward(filled, standing, clock.now())?.reasons ?? [];
  const { profile } = learner;
  return {
    ...{ learnerId, email: learner.email, activityId, title, opensOn, closesOn, heldOn },
    name: profile ? nameOnCertificate(profile) : learner.email,
    profession: profile?.profession ?? 'other',
    offers: profile ? offerViews(activity, profile.profession) : [],
    reasons: faults.filter(({ field }) => field === '/learnerId'),
  };
});
