import type { Attempt } from '../attempt.ts';
import type { EvaluationAnswers } from '../evaluation.ts';
import {
  type ActivityId,
  type AssessmentId,
  type CivilDate,
  epochMs,
  MINUTE,
  type OptionId,
  type QuestionId,
} from '../kinds.ts';

/** What is kept of attempts and evaluations apart from whose they are: the day, and no time (ADR 31). */
interface Kept {
  readonly activityId: ActivityId;
  readonly activityVersion: number;
  readonly on: CivilDate;
}

/** A completed evaluation. */
export interface EvaluationResponse extends Kept {
  readonly answers: EvaluationAnswers;
}

/** What was chosen for a question, and whether it was right when it was graded. */
export interface AnsweredItem {
  readonly chosen: readonly OptionId[];
  readonly right: boolean;
}

/**
 * What somebody answered at their first attempt. Of later attempts the answers are not kept: they tell of the feedback that
 * was given, and with one row a learner at most, five rows are five learners.
 */
export interface FirstAnswers extends Kept {
  readonly assessmentId: AssessmentId;
  readonly items: Readonly<Record<QuestionId, AnsweredItem>>;
}

/** How an attempt ended. A row of its own: beside the answers, its minutes would tell whose they are. */
export interface Sitting extends Kept {
  readonly assessmentId: AssessmentId;
  /** 1 for the first attempt. */
  readonly number: number;
  readonly passed: boolean;
  /** From start to submission, rounded up. */
  readonly minutes: number;
}

/** How a graded attempt ended. */
export function sittingOf(attempt: Attempt, on: CivilDate): Sitting {
  const { activityId, activityVersion, assessmentId, number, status, startedAt, submittedAt = startedAt } = attempt;
  // A clock that was set back between the two must not make a time negative.
  const minutes = Math.max(1, Math.ceil((epochMs(submittedAt) - epochMs(startedAt)) / MINUTE));
  return { activityId, activityVersion, assessmentId, number, passed: status === 'passed', minutes, on };
}

/** What a graded first attempt answered; nothing of a later one. Questions stand by their ids, not as they were asked. */
export function firstAnswersOf(attempt: Attempt, on: CivilDate): FirstAnswers | undefined {
  const { activityId, activityVersion, assessmentId, number, answers, grade } = attempt;
  if (number !== 1 || !grade) return undefined;
  const items = grade.results
    .toSorted((one, other) => (one.questionId < other.questionId ? -1 : 1))
    .map(({ questionId, right }): [QuestionId, AnsweredItem] => [
      questionId,
      { chosen: [...new Set(answers[questionId])].toSorted(), right },
    ]);
  return { activityId, activityVersion, assessmentId, items: Object.fromEntries(items), on };
}
