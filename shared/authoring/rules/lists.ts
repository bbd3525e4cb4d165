import { type Finding, finding } from './rule.ts';

/** A finding for every entry whose id stands earlier in the list already: answers are stored by id. */
export const duplicates = (list: string, ids: readonly string[], idName = 'id'): readonly Finding[] =>
  ids.flatMap((id, index) =>
    id !== '' && ids.indexOf(id) < index
      ? [
          finding(
            `${list}[${index + 1}].${idName}`,
            `“${id}” stands in this list already.`,
            `Give each entry its own “${idName}:”.`,
          ),
        ]
      : [],
  );

/** A finding for every text of a list that is empty. */
export const blanks = (list: string, texts: readonly string[]): readonly Finding[] =>
  texts.flatMap((text, index) =>
    text === '' ? [finding(`${list}[${index + 1}]`, 'This entry is empty.', 'Write it, or remove it.')] : [],
  );
