import { fieldNames } from './field-names.ts';
import type { Content } from './merge.ts';
import { numberOf, type PartFields, textOf, withChange } from './use-desk.ts';

/** Fields with how they are changed, and what their controls are called before the field's own name: `faculty-0-`. */
export interface Fields extends PartFields {
  readonly prefix?: string;
}

/** What a control is told of a field: its name, what stands in it, and what is wrong with it. */
const control = ({ content, errors, prefix = '' }: Fields, name: string) => ({
  name: prefix + name,
  label: fieldNames[name] ?? name,
  value: textOf(content[name]),
  error: errors[prefix + name],
});

/** A text. */
export const bound = (fields: Fields, name: string) => ({
  ...control(fields, name),
  set: (value: string) => fields.set({ [name]: value }),
});

/** A number, kept as it was typed until it is one. */
export const boundNumber = (fields: Fields, name: string) => ({
  ...control(fields, name),
  inputMode: 'decimal' as const,
  set: (value: string) => fields.set({ [name]: numberOf(value) }),
});

/** Something that is so or not. */
export function boundYes(fields: Fields, name: string, otherwise = false) {
  const { value, ...rest } = control(fields, name);
  return {
    ...rest,
    checked: value === '' ? otherwise : value === 'true',
    // What is as it is when left out is left out.
    set: (checked: boolean) => fields.set({ [name]: checked === otherwise ? undefined : checked }),
  };
}

/** An entry of a list as fields of its own. */
export const entryFields = (
  { errors }: Pick<Fields, 'errors'>,
  { prefix, content, change }: { prefix: string; content: Content; change: (content: Content) => void },
): Fields => ({ errors, prefix, content, set: (changes) => change(withChange(content, changes)) });
