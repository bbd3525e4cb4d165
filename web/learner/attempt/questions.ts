import type { Question } from '../screens/activity-types.ts';
import type { Answers } from './answer-saver.ts';

/** The numbers, from 1, of the questions that are not answered. */
export const unanswered = (questions: readonly Question[], answers: Answers): readonly number[] =>
  questions.flatMap(({ questionId }, index) => ((answers[questionId]?.length ?? 0) === 0 ? [index + 1] : []));

/** Answers after an option was ticked or unticked; a question with one right option keeps only the latest. */
export function withOption(answers: Answers, { questionId, kind }: Question, optionId: string, on: boolean): Answers {
  if (kind !== 'multiple-choice') return { ...answers, [questionId]: [optionId] };
  const others = (answers[questionId] ?? []).filter((other) => other !== optionId);
  return { ...answers, [questionId]: on ? [...others, optionId] : others };
}

/** Answers as they are sent: those of every question that was touched. */
export const answersToSend = (answers: Answers): Record<string, string[]> =>
  Object.fromEntries(Object.entries(answers).map(([questionId, chosen]) => [questionId, [...chosen]]));

/** The texts of the options that are chosen, in the order in which they are shown. */
export const chosenTexts = ({ questionId, options }: Question, answers: Answers): readonly string[] =>
  options.filter(({ optionId }) => answers[questionId]?.includes(optionId)).map(({ text }) => text);

/** The page of an attempt that an address names: a question, or the check of all answers. */
export function pageOf(
  query: Readonly<Record<string, string>>,
  questions: readonly Question[],
  answers: Answers,
): number | 'check' {
  if ('check' in query) return 'check';
  const asked = Number(query.question);
  if (Number.isInteger(asked) && asked >= 1 && asked <= questions.length) return asked;
  // Without a page in the address an attempt goes on where it was left.
  return unanswered(questions, answers)[0] ?? 'check';
}
