import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { isEarned } from '../../shared/domain/merge.ts';
import { earnedBy } from '../accounts/family.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { endpoint } from '../endpoint.ts';
import { notFound } from '../middleware/reply.ts';
import { awardWorkId, restartIfOverdue } from '../outbox/restart.ts';
import { activityView } from '../views/activity-view.ts';

/** Shows an activity, and when signed in, the learner's task list in the version that they passed or would start. */
export const handler = endpoint(
  learnerRoutes.getActivity,
  { workflows: stepFunctions },
  async (asked, capabilities) => {
    const { params, principal } = asked;
    const { activities, participations, learners, clock } = capabilities;
    const [published, own, learner] = await Promise.all([
      activities.published(params.activityId),
      principal && participations.of(principal.learnerId, params.activityId),
      principal && learners.byId(principal.learnerId),
    ]);
    const elsewhere = await earnedBy(learner?.value.merged ?? [], params.activityId, capabilities);
    const participation = isEarned(own?.value) ? own?.value : (elsewhere ?? own?.value);
    const pinned = participation?.activityVersion;
    const activity = pinned ? await activities.version(params.activityId, pinned) : published;
    if (!activity) return notFound('activity');
    const { stage, learnerId } = participation ?? {};
    // Whoever waits for a certificate looks here; if its work was lost on the way, looking starts it again.
    if (learnerId && (stage === 'claimed' || stage === 'awarded'))
      await restartIfOverdue(awardWorkId(learnerId, params.activityId), 'learner', capabilities);
    const viewer = principal && { participation, profile: learner?.value.profile };
    return activityView(activity, viewer, clock.now());
  },
);
