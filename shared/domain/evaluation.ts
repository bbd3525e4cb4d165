import type { OptionId, QuestionId } from './kinds.ts';
import { type Reason, type Refusal, refuseFor } from './refusal.ts';

export const evaluationKinds = ['rating', 'single', 'multiple', 'text'] as const;
export type EvaluationKind = (typeof evaluationKinds)[number];

/** What an activity may have changed; competence is what one would do, performance what one does. */
export const changeAspects = ['competence', 'performance', 'patient-outcomes'] as const;
export type ChangeAspect = (typeof changeAspects)[number];
export const changeMoments = ['before', 'after'] as const;
export type ChangeMoment = (typeof changeMoments)[number];

/** A question of the course evaluation; ratings and choices have options, text has none. */
export interface EvaluationQuestion {
  readonly questionId: QuestionId;
  readonly text: string;
  readonly kind: EvaluationKind;
  readonly required: boolean;
  readonly options?: readonly { readonly optionId: OptionId; readonly text: string }[];
  /** Questions of one group share a page. */
  readonly group?: string;
  /** It is asked only of whoever chose one of these options of an earlier question; absent: of everybody. */
  readonly showIf?: ShowIf;
  /** What of ACCME's “Analyzes Change” it asks about (cme.md 1c). */
  readonly analyzesChange?: ChangeAspect;
  /** A rating that is compared with another one of the same pair, answered by the same person. */
  readonly compares?: { readonly pair: string; readonly moment: ChangeMoment };
}

export interface ShowIf {
  readonly questionId: QuestionId;
  readonly options: readonly OptionId[];
}

export interface Evaluation {
  readonly questions: readonly EvaluationQuestion[];
}

/** Chosen options, or what was written. */
export type EvaluationAnswers = Readonly<Record<QuestionId, readonly OptionId[] | string>>;

/**
 * The questions that are asked, by what was answered so far: one that depends on an answer is shown once that is given, and hidden
 * again when it is taken back, together with whatever depends on it in turn. The learner's screen and the service both ask this.
 */
export function shownQuestions<Shown extends { readonly questionId: QuestionId; readonly showIf?: ShowIf | undefined }>(
  questions: readonly Shown[],
  answers: EvaluationAnswers,
): readonly Shown[] {
  const shown = new Set<string>();
  return questions.filter(({ questionId, showIf }) => {
    const answer = showIf && answers[showIf.questionId];
    const asked =
      !showIf ||
      (shown.has(showIf.questionId) &&
        Array.isArray(answer) &&
        showIf.options.some((optionId) => answer.includes(optionId)));
    if (asked) shown.add(questionId);
    return asked;
  });
}

/** The answers to questions that are asked. What was written before its question was hidden is nobody's to keep. */
export function answersShown({ questions }: Evaluation, answers: EvaluationAnswers): EvaluationAnswers {
  const shown = new Set<string>(shownQuestions(questions, answers).map(({ questionId }) => questionId));
  return Object.fromEntries(Object.entries(answers).filter(([questionId]) => shown.has(questionId)));
}

/** The longest free text that is kept, in characters. */
export const TEXT_LIMIT = 4_000;

const isBlank = (answer: readonly OptionId[] | string | undefined): boolean =>
  answer === undefined || (typeof answer === 'string' ? answer.trim() === '' : answer.length === 0);

function faultOf(question: EvaluationQuestion, answer: readonly OptionId[] | string | undefined): Reason | undefined {
  const { questionId, text, kind, required, options = [] } = question;
  const about = { field: `/answers/${questionId}` };
  if (isBlank(answer)) {
    return required
      ? { code: 'answer-required', message: `“${text}” is not answered.`, remedy: 'Answer this question.', ...about }
      : undefined;
  }
  if (kind === 'text') {
    if (typeof answer !== 'string')
      return { code: 'answer-not-text', message: `“${text}” takes text.`, remedy: 'Send a string.', ...about };
    return answer.length > TEXT_LIMIT
      ? {
          code: 'answer-too-long',
          message: `The answer to “${text}” has ${answer.length} characters.`,
          remedy: `Shorten it to ${TEXT_LIMIT} characters.`,
          ...about,
        }
      : undefined;
  }
  if (typeof answer === 'string' || answer === undefined)
    return {
      code: 'answer-not-options',
      message: `“${text}” takes options.`,
      remedy: 'Send an array of option ids.',
      ...about,
    };
  const known = new Set(options.map(({ optionId }) => optionId));
  if (answer.some((optionId) => !known.has(optionId)))
    return {
      code: 'option-unknown',
      message: `“${text}” has no such option.`,
      remedy: 'Choose from its options.',
      ...about,
    };
  return kind !== 'multiple' && new Set(answer).size > 1
    ? { code: 'one-option-only', message: `“${text}” takes one option.`, remedy: 'Choose one option.', ...about }
    : undefined;
}

/** Says everything that is wrong or missing in the answers to an evaluation, or nothing when it is complete. */
export function checkEvaluation(evaluation: Evaluation, answers: EvaluationAnswers): Refusal | undefined {
  const faults = shownQuestions(evaluation.questions, answers).map((question) =>
    faultOf(question, answers[question.questionId]),
  );
  const asked = new Set<string>(evaluation.questions.map(({ questionId }) => questionId));
  const strangers = Object.keys(answers)
    .filter((questionId) => !asked.has(questionId))
    .map((questionId) => ({
      code: 'question-unknown',
      message: 'The evaluation has no such question.',
      remedy: 'Load the evaluation again and answer the questions that it has.',
      field: `/answers/${questionId}`,
    }));
  return refuseFor([...faults.filter((fault) => fault !== undefined), ...strangers]);
}
