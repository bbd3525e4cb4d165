import type { Problem } from '../../../shared/api/problem.ts';
import { shownQuestions } from '../../../shared/domain/evaluation.ts';
import type { Evaluation } from '../screens/activity-types.ts';

export type EvaluationQuestion = Evaluation['questions'][number];
/** Chosen options, or what was written, per question. */
export type EvaluationAnswers = Readonly<Record<string, readonly string[] | string>>;

const isBlank = (answer: readonly string[] | string | undefined): boolean =>
  answer === undefined || (typeof answer === 'string' ? answer.trim() === '' : answer.length === 0);

/** How many questions that are asked and required are answered, and how many there are. */
export function answeredOf(questions: readonly EvaluationQuestion[], answers: EvaluationAnswers) {
  const needed = shownQuestions(questions, answers).filter(({ required }) => required);
  return { answered: needed.filter(({ questionId }) => !isBlank(answers[questionId])).length, needed: needed.length };
}

/** The required questions that are not answered, as a form's problem; nothing when the evaluation is complete. */
export function missingAnswers(
  questions: readonly EvaluationQuestion[],
  answers: EvaluationAnswers,
): Problem | undefined {
  const reasons = shownQuestions(questions, answers)
    .filter(({ questionId, required }) => required && isBlank(answers[questionId]))
    .map(({ questionId, text }) => ({
      code: 'answer-required',
      message: `“${text}” is not answered.`,
      remedy: 'Answer this question.',
      field: `/answers/${questionId}`,
    }));
  return reasons.length === 0
    ? undefined
    : {
        type: '/problems/answer-required',
        title: 'There is a problem',
        status: 422,
        detail: 'The evaluation must be completed in full.',
        reasons,
        requestId: '',
      };
}

/** The answers that say something, to questions that are asked; what was left blank or hidden again is not sent. */
export function answersToSend(
  questions: readonly EvaluationQuestion[],
  answers: EvaluationAnswers,
): Record<string, string[] | string> {
  const shown = new Set(shownQuestions(questions, answers).map(({ questionId }) => questionId));
  return Object.fromEntries(
    Object.entries(answers)
      .filter(([questionId, answer]) => shown.has(questionId) && !isBlank(answer))
      .map(([questionId, answer]) => [questionId, typeof answer === 'string' ? answer : [...answer]]),
  );
}

/** Questions in the order of the evaluation, those of one group together under its name. */
export function groupsOf(
  questions: readonly EvaluationQuestion[],
): readonly { readonly name: string; readonly questions: readonly EvaluationQuestion[] }[] {
  const groups = Map.groupBy(questions, ({ group }) => group ?? '');
  return [...groups].map(([name, members]) => ({ name, questions: members }));
}
