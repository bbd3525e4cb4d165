import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { findAssessment } from '../../shared/domain/activity.ts';
import { type Attempt, deadlineOf, drawQuestions, evaluateStart } from '../../shared/domain/attempt.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { refuseOther } from '../accounts/family.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply } from '../middleware/reply.ts';
import { FIRST_CYCLE } from '../records/participations.ts';
import { required } from '../records/require.ts';
import { attemptView } from '../views/attempt-view.ts';

/** Starts an attempt, or goes on with the one in progress: two tabs and a double click get the same attempt. */
export const handler = endpoint(learnerRoutes.startAttempt, {}, async ({ params, body, principal }, capabilities) => {
  const { activities, participations, learners, table, clock, ids } = capabilities;
  const { learnerId } = principal;
  const { activityId } = params;
  const [activity, before, account] = await Promise.all([
    activities.published(activityId),
    participations.of(learnerId, activityId),
    learners.byId(learnerId),
  ]);
  if (!activity) return notFound('activity');
  const { stage, attemptId: current } = before?.value ?? {};
  // An attempt goes on in the version that it pinned, whatever the activity offers by now.
  if (stage === 'attempting' && current && before?.value.assessmentId === body.assessmentId) {
    const { value } = required(await participations.attempt(learnerId, current), `The attempt ${current}`);
    const pinned = await activities.version(activityId, value.activityVersion);
    return reply(201, attemptView(value, pinned, before.value, clock.now()));
  }

  const assessment = findAssessment(activity, body.assessmentId);
  if (!assessment)
    return refuse({
      code: 'assessment-unknown',
      message: 'This activity has no such option.',
      remedy: `Select one of: ${activity.assessments.map(({ title }) => title).join(', ')}.`,
      field: '/assessmentId',
    });

  const { assessmentId } = assessment;
  const now = clock.now();
  const learner = required(account, 'The account of a session').value;
  const refusal =
    (await refuseOther(learner, activityId, capabilities)) ?? evaluateStart(activity, assessment, before?.value, now);
  if (refusal) return refusal;

  const number = (before?.value.attempts[assessmentId] ?? 0) + 1;
  const deadline = deadlineOf(assessment, now);
  const attemptId = ids.id();
  const asked = drawQuestions(assessment, attemptId);
  const attempt: Attempt = {
    attemptId,
    ...{ learnerId, activityId, assessmentId, number },
    activityVersion: activity.version,
    cycle: FIRST_CYCLE,
    startedAt: now,
    ...(asked && { asked }),
    ...(deadline && { deadline }),
    status: 'in-progress',
    answers: {},
  };
  const participation: Participation = {
    ...(before?.value ?? { learnerId, activityId, cycle: FIRST_CYCLE, title: activity.title, startedAt: now }),
    stage: 'attempting',
    attempts: { ...before?.value.attempts, [assessmentId]: number },
    ...{ attemptId: attempt.attemptId, assessmentId },
  };
  await table.write([participations.put(participation, before), await participations.putAttempt(attempt)]);
  return reply(201, attemptView(attempt, activity, participation, now));
});
