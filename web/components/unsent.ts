import { remember, rememberedUnder } from './memory.ts';

/** What was typed in this browser and the service does not have yet, one kind of it: `changes to drafts`. */
export interface Unsent {
  readonly what: string;
  readonly keys: readonly string[];
}

/** What there is under each of some beginnings of keys: `{ 'evaluation-': 'answers of an evaluation' }`. */
export const unsentUnder = (kinds: Readonly<Record<string, string>>): readonly Unsent[] =>
  Object.entries(kinds)
    .map(([prefix, what]) => ({ what, keys: rememberedUnder(prefix) }))
    .filter(({ keys }) => keys.length > 0);

export const forget = (unsent: readonly Unsent[]): void => {
  for (const key of unsent.flatMap(({ keys }) => keys)) remember(key, undefined);
};
