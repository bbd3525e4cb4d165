import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply } from '../middleware/reply.ts';
import { gradeWorkId, restartIfOverdue } from '../outbox/restart.ts';
import { attemptView } from '../views/attempt-view.ts';

/** Shows an attempt: its questions while it is in progress, its result once it is graded. */
export const handler = endpoint(learnerRoutes.getAttempt, { workflows: stepFunctions }, async (asked, capabilities) => {
  const { activities, participations, clock } = capabilities;
  const { learnerId } = asked.principal;
  const attempt = await participations.attempt(learnerId, asked.params.attemptId);
  if (!attempt) return notFound('attempt');
  const { activityId, activityVersion, attemptId, status } = attempt.value;
  const [activity, participation] = await Promise.all([
    activities.version(activityId, activityVersion),
    participations.of(learnerId, activityId),
  ]);
  const view = attemptView(attempt.value, activity, participation?.value, clock.now());
  if (status !== 'grading') return view;
  // The learner who waits is a sweeper too: grading that was lost on the way starts again when it is looked for.
  await restartIfOverdue(gradeWorkId(attemptId), 'learner', capabilities);
  return reply(200, view, { headers: { 'retry-after': '1' } });
});
