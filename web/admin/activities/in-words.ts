import type { Content } from './merge.ts';
import { optionsOf } from './question-content.ts';
import { entriesOf, textOf } from './use-desk.ts';

/** What is read first of an entry; where fields are kept says nothing of their order. */
const first = ['name', 'text', 'credentials', 'role', 'board', 'kind', 'type', 'credit', 'maximum', 'disclosure'];
const place = (name: string): number => (first.includes(name) ? first.indexOf(name) : first.length);

/** The fields of an entry in the order in which they are read, whatever order they are kept in. */
export const fieldsInOrder = (entry: Content): readonly (readonly [string, unknown])[] =>
  Object.entries(entry)
    .filter(([name, value]) => name !== 'id' && value !== undefined)
    .toSorted(([one], [other]) => place(one) - place(other) || one.localeCompare(other));

/** A value in the words that somebody compares or reads. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(inWords).join('; ');
  if (typeof value !== 'object') return String(value);
  return fieldsInOrder(value as Content)
    .map(([name, inner]) => (inner === true ? name : inner === false ? `not ${name}` : inWords(inner)))
    .filter((words) => words !== '')
    .join(', ');
}

/** A question as it reads, however short it is written. */
export function questionInWords(question: Content): string {
  const options = optionsOf(question);
  const short = options.length === 2 && options.every(({ id }) => id === 'true' || id === 'false');
  const right = short ? options.find((option) => option.right)?.id : textOf(question.answer);
  return [
    textOf(question.text),
    ...(short ? [] : options.map((option) => (option.right ? `✓ ${option.text}` : option.text))),
    right ? `✓ ${right === 'true' ? 'True' : 'False'}` : '',
    textOf(question.rationale),
    question.pool === undefined ? '' : `pool ${textOf(question.pool)}`,
    question.keepOrder === undefined ? '' : 'options keep their order',
  ]
    .filter((words) => words !== '')
    .join(' · ');
}

/** A question of the evaluation as it reads. What is required by default says nothing of it. */
export function evaluationInWords({ text, options, required, ...rest }: Content): string {
  const answers = entriesOf(options).map((option) => textOf(option.text));
  const optional = textOf(required) === 'false' ? 'optional' : '';
  return [textOf(text), ...answers, inWords(rest), optional].filter((words) => words !== '').join(' · ');
}
