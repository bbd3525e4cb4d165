import { recall, remember, rememberedUnder } from '../../components/memory.ts';
import { type Unsent, unsentUnder } from '../../components/unsent.ts';
import type { Content } from './merge.ts';

/** What was typed and is not saved yet, with what it was typed over. */
export interface Kept {
  readonly rev: number;
  readonly base: Content;
  readonly content: Content;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'rev' in value && 'base' in value && 'content' in value;

const prefixOf = (staffId: string): string => `draft-${staffId}-`;

/** What a member of staff typed into drafts and the service does not have yet. */
export const unsentOf = (staffId: string): readonly Unsent[] =>
  unsentUnder({ [prefixOf(staffId)]: 'changes to an activity’s draft that could not be saved yet' });

/**
 * Keeps in this browser what is typed into a draft until the service has it: a line that breaks, a window that is closed and a
 * session that ends cost nothing. It is kept for whoever typed it, and shown to nobody else who uses this browser.
 */
export function keptParts(staffId: string, activityId: string) {
  const prefix = `${prefixOf(staffId)}${activityId}/`;
  return {
    keep: (part: string, kept: Kept | undefined): void => remember(prefix + part, kept),
    kept: (): ReadonlyMap<string, Kept> => {
      const found = new Map<string, Kept>();
      for (const key of rememberedUnder(prefix)) {
        const value = recall(key);
        if (isKept(value)) found.set(key.slice(prefix.length), value);
      }
      return found;
    },
  };
}
