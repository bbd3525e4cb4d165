import type { ActivityVersion } from '../../shared/domain/activity.ts';
import { findAssessment } from '../../shared/domain/activity.ts';
import { asAsked } from '../../shared/domain/assessment.ts';
import { type Attempt, questionsOf } from '../../shared/domain/attempt.ts';
import { attemptsLeftTo } from '../../shared/domain/attempts-left.ts';
import type { Instant } from '../../shared/domain/kinds.ts';
import type { Participation } from '../../shared/domain/participation.ts';

/** The assessment that an attempt is at, in the version that it pinned and with the questions that were drawn for it. */
export function assessmentOf(
  activity: ActivityVersion,
  { assessmentId, asked }: Pick<Attempt, 'assessmentId' | 'asked'>,
) {
  const assessment = findAssessment(activity, assessmentId);
  if (!assessment) throw new Error(`Version ${activity.version} of ${activity.activityId} lacks ${assessmentId}`);
  return asAsked(assessment, asked);
}

/**
 * What a learner sees of an attempt: its questions while it is in progress, its result once it is graded. The answer key
 * is not at hand here; feedback is what grading allowed (`Attempt.feedback`).
 */
export function attemptView(
  attempt: Attempt,
  activity: ActivityVersion,
  participation: Participation | undefined,
  now: Instant,
) {
  const assessment = assessmentOf(activity, attempt);
  const { attemptId, activityId, assessmentId, number, startedAt, deadline, savedAt, submittedAt } = attempt;
  const settling = participation?.stage === 'grading' && participation.attemptId === attemptId;
  // What is graded is told once the participation has moved on with it, so that what is next is there when the result is.
  // Parked grading is still grading to the learner: it will be graded, and the page says what to expect.
  const status = settling || attempt.status === 'parked' ? ('grading' as const) : attempt.status;
  const graded = status === 'passed' || status === 'failed';
  return {
    ...{ attemptId, activityId, assessmentId, number, startedAt, deadline, savedAt, submittedAt },
    title: assessment.title,
    status,
    passMark: assessment.passMark,
    attemptsLeft: attemptsLeftTo(participation ?? { attempts: { [assessmentId]: number } }, assessment) ?? null,
    ...(status === 'in-progress' && {
      questions: questionsOf(assessment, attemptId),
      answers: attempt.answers,
      ...(deadline && { now }),
    }),
    ...(graded && attempt.grade && { score: attempt.grade.score, feedback: attempt.feedback }),
  };
}
