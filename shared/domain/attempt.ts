import { type ActivityVersion, evaluateOpening, type Standing } from './activity.ts';
import type { AnswerKey, Answers, Assessment, Grade, Question } from './assessment.ts';
import { attemptsLeftTo } from './attempts-left.ts';
import {
  type ActivityId,
  type AssessmentId,
  type AttemptId,
  epochMs,
  type Instant,
  type LearnerId,
  later,
  MINUTE,
  type OptionId,
  type QuestionId,
  SECOND,
} from './kinds.ts';
import type { Participation } from './participation.ts';
import { type Reason, type Refusal, refuseFor } from './refusal.ts';

/** One go at an assessment. It pins the activity version, and grading is a pure function of both (design, rule 3). */
export interface Attempt {
  readonly attemptId: AttemptId;
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly activityVersion: number;
  readonly cycle: number;
  readonly assessmentId: AssessmentId;
  /** The questions that were drawn for it when it began; absent where the assessment asks all that it has. */
  readonly asked?: readonly QuestionId[];
  /** 1 for the first. */
  readonly number: number;
  readonly startedAt: Instant;
  /** When the time runs out, for a timed assessment. */
  readonly deadline?: Instant;
  readonly status: 'in-progress' | 'grading' | 'passed' | 'failed' | 'parked';
  /** The latest saved answers, and from submission on the submitted ones. */
  readonly answers: Answers;
  readonly savedAt?: Instant;
  readonly submittedAt?: Instant;
  readonly grade?: Grade;
  /** What the learner may see of the grading, by the assessment's policy; composed when it is graded. */
  readonly feedback?: readonly Feedback[];
  readonly gradedAt?: Instant;
}

/** What a learner is told of one question after grading. */
export interface Feedback {
  readonly questionId: QuestionId;
  readonly text: string;
  readonly right: boolean;
  readonly chosen: readonly string[];
  readonly rightAnswers?: readonly string[];
  readonly rationale?: string;
}

/**
 * What the policy lets a learner see. The right answers and their rationale are shown only when no further attempt could
 * use them: after passing, or after the last attempt.
 */
export function feedbackOn(
  assessment: Assessment,
  key: AnswerKey,
  answers: Answers,
  { results, status }: Grade,
  lastAttempt: boolean,
): readonly Feedback[] {
  if (assessment.feedback === 'score') return [];
  const explain = assessment.feedback === 'rationale' && (status === 'passed' || lastAttempt);
  return assessment.questions.map(({ questionId, text, options }) => {
    const textsOf = (optionIds: readonly OptionId[]): readonly string[] =>
      options.filter(({ optionId }) => optionIds.includes(optionId)).map((option) => option.text);
    const { right = [], rationale } = key[questionId] ?? {};
    return {
      questionId,
      text,
      right: results.find((result) => result.questionId === questionId)?.right ?? false,
      chosen: textsOf(answers[questionId] ?? []),
      ...(explain && { rightAnswers: textsOf(right), ...(rationale && { rationale }) }),
    };
  });
}

/** Lets a submission arrive that was sent in time over a slow line. Stated to the learner before the start. */
export const DEADLINE_GRACE_MS = 30 * SECOND;

/** Decides whether another attempt may be started; says every reason why not. */
export function evaluateStart(
  activity: ActivityVersion & Standing,
  assessment: Assessment,
  participation: Participation | undefined,
  now: Instant,
): Refusal | undefined {
  const reasons: Reason[] = [...(evaluateOpening(activity, now)?.reasons ?? [])];
  const stage = participation?.stage ?? 'open';
  if (stage !== 'open' && stage !== 'failed') {
    reasons.push(
      stage === 'attempting'
        ? {
            code: 'attempt-in-progress',
            message: 'You have an attempt in progress at another option.',
            remedy: 'Continue that attempt and submit it first.',
          }
        : stage === 'grading'
          ? {
              code: 'attempt-in-grading',
              message: 'Your last attempt is being graded.',
              remedy: 'Wait for its result; it takes up to 30 seconds.',
            }
          : {
              code: 'already-passed',
              message: 'You have passed this activity already.',
              remedy: 'Go on with the Course Evaluation or open your certificate.',
            },
    );
  }
  if (attemptsLeftTo(participation, assessment) === 0)
    reasons.push({
      code: 'no-attempts-left',
      message: `All ${participation?.attempts[assessment.assessmentId]} attempts at “${assessment.title}” are used.`,
      remedy: 'Ask the provider of the activity whether another attempt can be given.',
    });
  return refuseFor(reasons);
}

/** When the time of an attempt runs out that starts now, or nothing for an untimed assessment. */
export const deadlineOf = ({ timeLimitMinutes }: Assessment, startedAt: Instant): Instant | undefined =>
  timeLimitMinutes === undefined ? undefined : later(startedAt, timeLimitMinutes * MINUTE);

/** Whether the time has run out: from then on an attempt may be submitted with what there is, so that it ends at all. */
export const isTimeUp = ({ deadline }: Pick<Attempt, 'deadline'>, now: Instant): boolean =>
  deadline !== undefined && epochMs(now) >= epochMs(deadline);

/** Whether an answer comes after the deadline and its grace. */
export const isOverdue = ({ deadline }: Pick<Attempt, 'deadline'>, now: Instant): boolean =>
  deadline !== undefined && epochMs(now) > epochMs(deadline) + DEADLINE_GRACE_MS;

function faultOf(question: Question, chosen: readonly string[]): Reason | undefined {
  const { questionId, text, kind, options } = question;
  const field = `/answers/${questionId}`;
  const known = new Set<string>(options.map(({ optionId }) => optionId));
  if (chosen.some((optionId) => !known.has(optionId)))
    return {
      code: 'option-unknown',
      message: `“${text}” has no such option.`,
      remedy: 'Choose from its options.',
      field,
    };
  return kind !== 'multiple-choice' && new Set(chosen).size > 1
    ? { code: 'one-option-only', message: `“${text}” takes one option.`, remedy: 'Choose one option.', field }
    : undefined;
}

/** Says what is wrong with answers that are to be saved; a question may still be open. */
export function checkAnswers(assessment: Assessment, answers: Answers): Refusal | undefined {
  const questions = new Map<string, Question>(assessment.questions.map((question) => [question.questionId, question]));
  const reasons = Object.entries(answers).map(([questionId, chosen]) => {
    const question = questions.get(questionId);
    return question
      ? faultOf(question, chosen)
      : {
          code: 'question-unknown',
          message: 'This attempt has no such question.',
          remedy: 'Load the attempt again and answer the questions that it has.',
          field: `/answers/${questionId}`,
        };
  });
  return refuseFor(reasons.filter((reason) => reason !== undefined));
}

/** Says what is wrong with answers that are to be submitted: as for saving, and every question must be answered. */
export function checkSubmission(assessment: Assessment, answers: Answers): Refusal | undefined {
  const missing = assessment.questions
    .map((question, index) => ({ ...question, index }))
    .filter(({ questionId }) => (answers[questionId] ?? []).length === 0)
    .map(({ questionId, text, index }) => ({
      code: 'answers-missing',
      message: `Question ${index + 1}, “${text}”, is not answered.`,
      remedy: 'Answer it, then submit again.',
      field: `/answers/${questionId}`,
    }));
  return refuseFor([...(checkAnswers(assessment, answers)?.reasons ?? []), ...missing]);
}

/** Whether two sets of answers choose the same options. */
export function sameAnswers(one: Answers, other: Answers): boolean {
  const canonical = (answers: Answers): string =>
    JSON.stringify(
      Object.entries(answers)
        .filter(([, chosen]) => chosen.length > 0)
        .map(([questionId, chosen]): [string, string[]] => [questionId, [...new Set(chosen)].sort()])
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return canonical(one) === canonical(other);
}

/** A number in [0, 1) drawn from a seed by FNV-1a; shuffling needs stability, not secrecy. */
function draw(seed: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ seed.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const shuffled = <Item>(items: readonly Item[], seed: string, nameOf: (item: Item) => string): readonly Item[] =>
  items
    .map((item) => ({ item, at: draw(`${seed}/${nameOf(item)}`) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/**
 * The questions that an attempt is asked, drawn from the pools of its assessment by the attempt's id: the same whenever they are
 * drawn, others for another attempt. They are kept with the attempt all the same, so that no later rule of drawing changes what
 * was asked. Nothing where there is nothing to draw.
 */
export function drawQuestions(
  { questions, pools }: Pick<Assessment, 'questions' | 'pools'>,
  attemptId: AttemptId,
): readonly QuestionId[] | undefined {
  if (!pools) return undefined;
  const drawn = pools.flatMap(({ poolId, draw: count }) =>
    shuffled(
      questions.filter(({ pool }) => pool === poolId),
      `${attemptId}/pool/${poolId}`,
      ({ questionId }) => questionId,
    ).slice(0, count),
  );
  return questions
    .filter((question) => question.pool === undefined || drawn.includes(question))
    .map(({ questionId }) => questionId);
}

/**
 * The questions in the order in which this attempt shows them: the same on every load, another for each attempt.
 * True-or-false keeps its order, since people expect true first, and so does a question that says so.
 */
export function questionsOf({ questions, shuffle }: Assessment, attemptId: AttemptId): readonly Question[] {
  if (!shuffle) return questions;
  const nameOf = (question: Question): QuestionId => question.questionId;
  return shuffled(questions, attemptId, nameOf).map((question) =>
    question.kind === 'true-false' || question.keepOrder
      ? question
      : {
          ...question,
          options: shuffled(question.options, `${attemptId}/${question.questionId}`, ({ optionId }) => optionId),
        },
  );
}
