import { grade } from '../../shared/domain/assessment.ts';
import { attemptsLeft, feedbackOn } from '../../shared/domain/attempt.ts';
import { ParkError } from '../../shared/ports.ts';
import { step } from '../step.ts';
import { assessmentOf } from '../views/attempt-view.ts';

/**
 * Grades what was submitted, once; a repeat returns the first grade. The attempt says its result from here on, and is written
 * no more; the learner is told once the participation has moved on with it (`attemptView`).
 */
export const handler = step('grade-attempt', {}, async (input, { activities, participations, table, clock }) => {
  const [attempt, participation] = await Promise.all([
    participations.attempt(input.learnerId, input.attemptId),
    participations.of(input.learnerId, input.activityId),
  ]);
  if (!attempt?.value.submittedAt) throw new ParkError('There is no submitted attempt to grade.');
  const { activityId, activityVersion, answers, number, grade: known } = attempt.value;
  if (known) return { ...input, result: { passed: known.status === 'passed' } };

  const [activity, keys] = await Promise.all([
    activities.version(activityId, activityVersion),
    activities.answerKeys(activityId, activityVersion),
  ]);
  const assessment = assessmentOf(activity, attempt.value);
  const key = keys[assessment.assessmentId] ?? {};
  const graded = grade(assessment, key, answers);
  const extra = participation?.value.extraAttempts?.[assessment.assessmentId];
  const feedback = feedbackOn(assessment, key, answers, graded, attemptsLeft(assessment, number, extra) === 0);
  await table.write([
    await participations.putAttempt(
      { ...attempt.value, status: graded.status, grade: graded, feedback, gradedAt: clock.now() },
      attempt,
    ),
  ]);
  return { ...input, result: { passed: graded.status === 'passed' } };
});
