import type { Content } from './merge.ts';
import { entriesOf, textOf } from './use-desk.ts';

export const kindNames = {
  'single-choice': 'One correct answer',
  'multiple-choice': 'Several correct answers',
  'true-false': 'True or false',
} as const;
export type Kind = keyof typeof kindNames;

export interface Option extends Content {
  readonly id: string;
  readonly text: string;
  readonly right?: true;
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The first letter that no option has: an id is never given twice, so that answers that were compared once stay comparable. */
const freeLetter = (taken: readonly string[]): string =>
  [...letters].find((letter) => !taken.includes(letter)) ?? `${taken.length + 1}`;

/** The options of a question, with the ids that a reader of files gives those that have none. */
export const optionsOf = (question: Content): readonly Option[] =>
  entriesOf(question.options).map((option, at) => ({
    id: textOf(option.id) || (letters[at % 26] ?? ''),
    text: textOf(option.text),
    ...((option.right === true || option.right === 'true') && { right: true as const }),
  }));

/** An option that is not written yet. */
export const newOption = (options: readonly Option[]): Option => ({
  id: freeLetter(options.map(({ id }) => id)),
  text: '',
});

/** What kind of question it is, as a reader of files takes it. */
export function kindOf({ kind, answer }: Content): Kind {
  if (typeof kind === 'string' && kind in kindNames) return kind as Kind;
  return answer === undefined ? 'single-choice' : 'true-false';
}

/** A question of another kind; what was right and is possible still is. Options come back with the kind that has them. */
export function ofKind(question: Content, kind: Kind, optionsBefore: readonly Option[]): Content {
  if (kind === 'true-false') return { kind, options: undefined };
  const options = optionsOf(question).length > 0 ? optionsOf(question) : optionsBefore;
  const first = options.findIndex(({ right }) => right);
  const marked =
    kind === 'multiple-choice'
      ? options
      : options.map(({ right: _, ...option }, at) => (at === first ? { ...option, right: true as const } : option));
  return { kind, answer: undefined, options: marked.length > 0 ? marked : [newOption([])] };
}

/** Options with one marked right or not; of a question with one right answer, no other stays right. */
export const withRight = (options: readonly Option[], at: number, right: boolean, kind: Kind): readonly Option[] =>
  options.map(({ right: was, ...option }, index) => {
    const is = index === at ? right : kind === 'multiple-choice' && was;
    return is ? { ...option, right: true as const } : option;
  });

/** What a question still lacks, in a word or two, for a list of them. */
export function lacks(question: Content): string | undefined {
  if (textOf(question.text).trim() === '') return 'No wording';
  if (kindOf(question) === 'true-false' && question.options === undefined)
    return question.answer === undefined ? 'No correct answer' : undefined;
  const options = optionsOf(question);
  if (options.length < 2) return 'Options missing';
  if (options.some(({ text }) => text.trim() === '')) return 'Empty option';
  return options.some(({ right }) => right) ? undefined : 'No correct answer';
}

/** A copy, which is another question: its id is its own. */
export const copyOf = ({ id: _, ...question }: Content): Content => question;
