import type { AssessmentId, OptionId, Percent, QuestionId } from './kinds.ts';

/** One option is right, several may be right, or the statement is true or false. */
export const questionKinds = ['single-choice', 'multiple-choice', 'true-false'] as const;
export type QuestionKind = (typeof questionKinds)[number];

export interface Option {
  readonly optionId: OptionId;
  readonly text: string;
}

/** A question as a learner may see it. What is right is in the `AnswerKey`, which only the grader's role reads. */
export interface Question {
  readonly questionId: QuestionId;
  readonly text: string;
  readonly kind: QuestionKind;
  readonly options: readonly Option[];
  /** Its options keep their order where others are shuffled, such as “all of the above”. */
  readonly keepOrder?: true;
  /** The pool that it may be drawn from; without one it is asked in every attempt. */
  readonly pool?: PoolId;
}

/** Questions of which each attempt is asked some, drawn by chance: another attempt is asked others. */
export interface Pool {
  readonly poolId: PoolId;
  /** How many of its questions an attempt is asked. */
  readonly draw: number;
}
export type PoolId = string;

/** Of an activity: above any honest bank of questions, and what a row of the table can hold. */
export const MOST_QUESTIONS = 1_000;

/** A live activity verifies participation; a post-test measures what was learnt. Both are attempted alike. */
export const assessmentKinds = ['post-test', 'participation-verification'] as const;
export type AssessmentKind = (typeof assessmentKinds)[number];

/**
 * What a learner is shown after grading: only the score, which answers were right or wrong, or also the right ones
 * with their rationale. Whatever the policy, nothing is shown before submission.
 */
export const feedbackPolicies = ['score', 'right-or-wrong', 'rationale'] as const;
export type FeedbackPolicy = (typeof feedbackPolicies)[number];

export interface Assessment {
  readonly assessmentId: AssessmentId;
  readonly kind: AssessmentKind;
  readonly title: string;
  readonly questions: readonly Question[];
  /** Absent: every question is asked. */
  readonly pools?: readonly Pool[];
  /** Least whole percentage that passes; shown before the start (cme.md 1c: minimum performance communicated beforehand). */
  readonly passMark: Percent;
  /** Absent: as many as the learner likes. */
  readonly attemptLimit?: number;
  readonly shuffle: boolean;
  readonly feedback: FeedbackPolicy;
  /** Absent: untimed, which is the default (experience.md, finding 19). */
  readonly timeLimitMinutes?: number;
}

/** The right options, and why, of each question of one assessment. */
export type AnswerKey = Readonly<
  Record<QuestionId, { readonly right: readonly OptionId[]; readonly rationale?: string }>
>;

/** The options that a learner chose, per question. */
export type Answers = Readonly<Record<QuestionId, readonly OptionId[]>>;

export interface Grade {
  readonly status: 'passed' | 'failed';
  /** Whole percentage, rounded down, so that a score shown at the pass mark is one that passed. */
  readonly score: Percent;
  readonly passMark: Percent;
  readonly results: readonly { readonly questionId: QuestionId; readonly right: boolean }[];
}

/** How many questions an attempt is asked. */
export function askedCount({ questions, pools = [] }: Pick<Assessment, 'questions' | 'pools'>): number {
  const always = questions.filter(({ pool }) => pool === undefined).length;
  const drawn = pools.map(({ poolId, draw }) => Math.min(draw, questions.filter(({ pool }) => pool === poolId).length));
  return drawn.reduce((sum, count) => sum + count, always);
}

/** An assessment as one attempt is asked it: with the questions that were drawn for it, and no others. */
export function asAsked(assessment: Assessment, asked: readonly QuestionId[] | undefined): Assessment {
  if (asked === undefined) return assessment;
  const drawn = new Set(asked);
  return { ...assessment, questions: assessment.questions.filter(({ questionId }) => drawn.has(questionId)) };
}

const sameOptions = (chosen: readonly OptionId[], right: readonly OptionId[]): boolean => {
  const distinct = new Set(chosen);
  return distinct.size === right.length && right.every((optionId) => distinct.has(optionId));
};

/**
 * Grades answers against the key of the version that the attempt pinned: a pure function of both (design, rule 3). A
 * question counts when exactly the right options were chosen; an unanswered one is wrong.
 */
export function grade(assessment: Assessment, key: AnswerKey, answers: Answers): Grade {
  const results = assessment.questions.map(({ questionId }) => {
    const right = key[questionId]?.right;
    if (!right) throw new Error(`The answer key of ${assessment.assessmentId} lacks question ${questionId}`);
    return { questionId, right: sameOptions(answers[questionId] ?? [], right) };
  });
  const score = Math.floor((100 * results.filter(({ right }) => right).length) / results.length);
  const { passMark } = assessment;
  return { status: score >= passMark ? 'passed' : 'failed', score, passMark, results };
}
