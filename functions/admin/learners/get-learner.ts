import { learnersRoutes } from '../../../shared/api/admin/learners-routes.ts';
import { couldUseMore } from '../../../shared/domain/extra-attempts.ts';
import { hasReached } from '../../../shared/domain/participation.ts';
import { mailStanding, timelineOf } from '../../../shared/domain/timeline.ts';
import { whyNoCredit } from '../../../shared/domain/why-no-credit.ts';
import { endpoint } from '../../endpoint.ts';
import { found } from '../../found.ts';
import { notFound } from '../../middleware/reply.ts';
import { collect } from '../../privacy/collect.ts';
import { learnerRow } from './learner-row.ts';

/** One learner: who they are, where they stand and why, what they earned, and all that happened. */
export const handler = endpoint(learnersRoutes.getLearner, {}, async ({ params }, capabilities) => {
  const { learners, erasures, activities, staff, clock } = capabilities;
  const { learnerId } = params;
  if (!(await learners.byId(learnerId))) return notFound('learner');
  const data = await collect(learnerId, capabilities);
  const activityIds = [...new Set(data.participations.map(({ activityId }) => activityId))];
  const [erasure, offered, nameOf] = await Promise.all([
    erasures.of(learnerId),
    found(activityIds, activities.summaryOf),
    staff.names(),
  ]);
  const now = clock.now();
  const summaries = new Map(offered.map(({ value }) => [value.activityId, value]));
  const awards = new Map(data.awards.map((award) => [award.activityId, award]));
  const titles = new Map(data.participations.map(({ activityId, title }) => [activityId, title]));
  const certified = new Map(data.certificates.map((one) => [one.snapshot.certificateId, one.snapshot]));
  return {
    ...learnerRow(data.learner),
    ...(data.learner.erasedAt !== undefined && { erasedAt: data.learner.erasedAt }),
    ...(data.learner.otherEmails && { otherEmails: data.learner.otherEmails }),
    ...(data.learner.mergedInto && { mergedInto: data.learner.mergedInto }),
    // What an erasure left of a course that earned nothing says nothing.
    courses: data.participations
      .filter(({ title }) => title !== '')
      .toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : -1))
      .map((participation) => {
        const { activityId, title, stage, startedAt, score, attempts, completedOn, certificateId } = participation;
        const award = awards.get(activityId);
        const activity = summaries.get(activityId);
        return {
          ...{ activityId, title, stage, startedAt },
          ...(score !== undefined && { score }),
          attempts: Object.values(attempts).reduce((sum, started) => sum + started, 0),
          ...(completedOn && { completedOn }),
          ...(certificateId && hasReached(stage, 'awarded') && { certificateId }),
          ...whyNoCredit({ participation, activity, award }, now),
          moreAttempts: couldUseMore(participation, activity, now),
        };
      }),
    credits: data.awards.flatMap((award) => {
      const snapshot = certified.get(award.certificateId);
      const [first] = award.credits;
      if (!first) return [];
      const { title, awardedAt, awardedOn } = first;
      const { activityId, certificateId, credits, standing } = award;
      return [
        {
          ...{ learnerId, activityId, title, certificateId, awardedAt, awardedOn, credits },
          name: snapshot?.name ?? '',
          ...(standing && { standing }),
        },
      ];
    }),
    mails: data.mails.map((mail) => ({
      ...{ messageKey: mail.messageKey, at: mail.sentAt ?? mail.createdAt, ...mailStanding(mail) },
      ...(mail.certificateId !== undefined && { certificateId: mail.certificateId }),
    })),
    timeline: timelineOf({ ...data, erasure: erasure?.value }).map((event) => {
      const title = event.activityId === undefined ? undefined : titles.get(event.activityId);
      const by = event.by === undefined ? undefined : nameOf(event.by);
      return { ...event, by, ...(title && { title }) };
    }),
  };
});
