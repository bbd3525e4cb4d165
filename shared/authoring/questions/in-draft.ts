/** Questions of banks as drafts have them, and back. */
import { given } from '../exact.ts';
import { type BankQuestion, clean, settled } from './bank.ts';

/** The fields of a question as an activity file has them. */
export type QuestionFields = Readonly<Record<string, unknown>>;

const letter = (index: number): string => String.fromCharCode(97 + index);

/** A question of a bank as the fields of a draft. */
export const fieldsOf = ({ id, text, kind, options, rationale }: BankQuestion): QuestionFields => ({
  ...given({ id }),
  ...{ text, kind },
  ...(kind === 'true-false'
    ? { answer: options[0]?.right ?? false }
    : {
        options: options.map((option, index) => ({
          ...{ id: letter(index), text: option.text },
          ...(option.right && { right: true }),
        })),
      }),
  ...given({ rationale }),
});

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? clean(String(value)) : '';
const isYes = (value: unknown): boolean => value === true || /^(?:true|yes)$/i.test(textOf(value));
const isFields = (value: unknown): value is QuestionFields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A question of a draft as banks have it; a draft may be half written, and what is not there yet is empty. */
export function questionOf(fields: QuestionFields, otherwise?: string): BankQuestion {
  const listed = Array.isArray(fields.options) ? fields.options : undefined;
  const options = listed?.map((option: unknown) =>
    isFields(option)
      ? { text: textOf(option.text), right: isYes(option.right) }
      : { text: textOf(option), right: false },
  ) ?? [
    { text: 'True', right: isYes(fields.answer) },
    { text: 'False', right: !isYes(fields.answer) },
  ];
  const id = textOf(fields.id) || otherwise;
  const rationale = textOf(fields.rationale);
  return {
    ...given({ id }),
    text: textOf(fields.text),
    ...settled(options, fields.kind === 'multiple-choice' ? 'multiple-choice' : 'single-choice'),
    ...(rationale !== '' && { rationale }),
  };
}
