import type { Problem } from '../../../shared/api/problem.ts';
import type { Evaluation } from '../screens/activity-types.ts';

export type EvaluationQuestion = Evaluation['questions'][number];
/** Chosen options, or what was written, per question. */
export type EvaluationAnswers = Readonly<Record<string, readonly string[] | string>>;

const isBlank = (answer: readonly string[] | string | undefined): boolean =>
  answer === undefined || (typeof answer === 'string' ? answer.trim() === '' : answer.length === 0);

/** How many of the required questions are answered. */
export const answeredOf = (questions: readonly EvaluationQuestion[], answers: EvaluationAnswers): number =>
  questions.filter(({ questionId, required }) => required && !isBlank(answers[questionId])).length;

/** The required questions that are not answered, as a form's problem; nothing when the evaluation is complete. */
export function missingAnswers(
  questions: readonly EvaluationQuestion[],
  answers: EvaluationAnswers,
): Problem | undefined {
  const reasons = questions
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

/** The answers that say something; what was left blank is not sent. */
export const answersToSend = (answers: EvaluationAnswers): Record<string, string[] | string> =>
  Object.fromEntries(
    Object.entries(answers)
      .filter(([, answer]) => !isBlank(answer))
      .map(([questionId, answer]) => [questionId, typeof answer === 'string' ? answer : [...answer]]),
  );

/** Questions in the order of the evaluation, those of one group together under its name. */
export function groupsOf(
  questions: readonly EvaluationQuestion[],
): readonly { readonly name: string; readonly questions: readonly EvaluationQuestion[] }[] {
  const groups = Map.groupBy(questions, ({ group }) => group ?? '');
  return [...groups].map(([name, members]) => ({ name, questions: members }));
}
