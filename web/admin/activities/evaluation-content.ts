import type { Content } from './merge.ts';
import { entriesOf, textOf } from './use-desk.ts';

export const kindNames = {
  rating: 'Scale',
  single: 'One of several',
  multiple: 'Any of several',
  text: 'Free text',
} as const;
export type Kind = keyof typeof kindNames;

export interface EvaluationOption extends Content {
  readonly id: string;
  readonly text: string;
}

export interface ShowIf {
  readonly question: string;
  readonly is: readonly string[];
}

export interface Asked extends Content {
  readonly id: string;
}

const scaleOf = (...texts: readonly string[]): readonly EvaluationOption[] =>
  texts.map((text, at) => ({ id: String(at + 1), text }));

/** Scales that are often used; the first is what a scale without options of its own has. */
export const scales = {
  agreement: scaleOf('Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'),
  quality: scaleOf('Poor', 'Fair', 'Good', 'Very good', 'Excellent'),
  extent: scaleOf('Not at all', 'A little', 'Somewhat', 'Quite a lot', 'Very much'),
} as const;
export const scaleNames = {
  agreement: 'Strongly disagree to strongly agree',
  quality: 'Poor to excellent',
  extent: 'Not at all to very much',
  own: 'Steps of its own',
} as const;

/** The options of a question, with the ids that a reader of files gives those that have none. */
export function optionsOf(question: Content): readonly EvaluationOption[] {
  const written = entriesOf(question.options);
  if (written.length === 0 && question.kind === 'rating') return scales.agreement;
  return written.map(({ id, text }, at) => ({ id: textOf(id) || String(at + 1), text: textOf(text) }));
}

/** The questions of an evaluation, each with its id: what depends on another names it, whatever is moved. */
export const questionsOf = (evaluation: Content): readonly Asked[] =>
  entriesOf(evaluation.questions).map((question, at) => ({ ...question, id: textOf(question.id) || `e${at + 1}` }));

/** An id that none of them has. */
export function freeId(questions: readonly Asked[]): string {
  const numbers = questions.map(({ id }) => Number(/^e(\d+)$/.exec(id)?.[1] ?? 0));
  return `e${Math.max(questions.length, ...numbers) + 1}`;
}

/** An id that no option has. */
export const freeOption = (options: readonly EvaluationOption[]): EvaluationOption => ({
  id: String(Math.max(0, ...options.map(({ id }) => Number(id) || 0)) + 1),
  text: '',
});

/** Which of the known scales a question has. */
export function scaleIn(question: Content): keyof typeof scaleNames {
  const texts = optionsOf(question).map(({ text }) => text);
  const known = Object.entries(scales).find(
    ([, options]) => JSON.stringify(options.map(({ text }) => text)) === JSON.stringify(texts),
  );
  return (known?.[0] as keyof typeof scales | undefined) ?? 'own';
}

export const showIfOf = ({ showIf }: Content): ShowIf | undefined =>
  typeof showIf === 'object' && showIf !== null
    ? {
        question: 'question' in showIf ? textOf(showIf.question) : '',
        is: 'is' in showIf && Array.isArray(showIf.is) ? showIf.is.map(textOf) : [],
      }
    : undefined;

/** Questions on which one may depend: those before it that have options. */
export const askedBefore = (questions: readonly Asked[], at: number): readonly Asked[] =>
  questions.slice(0, at).filter(({ kind }) => kind !== 'text');

/** Questions of a set as they are put into an evaluation: under ids that are free there, conditions among them kept. */
export function withSet(questions: readonly Asked[], set: readonly Content[]): readonly Asked[] {
  const ids = new Map<string, string>();
  const added: Asked[] = [];
  for (const question of questionsOf({ questions: set })) {
    const id = freeId([...questions, ...added]);
    ids.set(question.id, id);
    const condition = showIfOf(question);
    added.push({
      ...question,
      id,
      ...(condition && { showIf: { ...condition, question: ids.get(condition.question) ?? condition.question } }),
    });
  }
  return [...questions, ...added];
}
