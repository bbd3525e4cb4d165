import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { checkAnswers, isOverdue } from '../../shared/domain/attempt.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { endpoint } from '../endpoint.ts';
import { notFound } from '../middleware/reply.ts';
import { assessmentOf } from '../views/attempt-view.ts';

/** Saves the answers so far, so that the attempt can go on in any browser. */
export const handler = endpoint(learnerRoutes.saveAnswers, {}, async ({ params, body, principal }, capabilities) => {
  const { activities, participations, table, clock } = capabilities;
  const attempt = await participations.attempt(principal.learnerId, params.attemptId);
  if (!attempt) return notFound('attempt');
  const { status, activityId, activityVersion } = attempt.value;
  if (status !== 'in-progress')
    return refuse({
      code: 'already-submitted',
      message: 'This attempt was submitted already, so its answers stand.',
      remedy: 'Open the attempt to see its result.',
    });
  const savedAt = clock.now();
  if (isOverdue(attempt.value, savedAt))
    return refuse({
      code: 'time-is-up',
      message: 'The time for this attempt has run out. What was saved in time counts.',
      remedy: 'Submit the attempt.',
    });
  const assessment = assessmentOf(await activities.version(activityId, activityVersion), attempt.value);
  const refusal = checkAnswers(assessment, body.answers);
  if (refusal) return refusal;
  await table.write([await participations.putAttempt({ ...attempt.value, answers: body.answers, savedAt }, attempt)]);
  return { savedAt };
});
