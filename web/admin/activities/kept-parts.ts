import { recall, remember } from '../../components/memory.ts';
import type { Content } from './merge.ts';

/** What was typed and is not saved yet, with what it was typed over. */
export interface Kept {
  readonly rev: number;
  readonly base: Content;
  readonly content: Content;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'rev' in value && 'base' in value && 'content' in value;

/**
 * Keeps in this browser what is typed into a draft until the service has it: a line that breaks, a window that is closed and a
 * session that ends cost nothing. It is kept for whoever typed it, and shown to nobody else who uses this browser.
 */
export function keptParts(staffId: string, activityId: string) {
  const prefix = `draft-${staffId}-${activityId}/`;
  return {
    keep: (part: string, kept: Kept | undefined): void => remember(prefix + part, kept),
    kept: (): ReadonlyMap<string, Kept> => {
      const found = new Map<string, Kept>();
      try {
        for (const key of Object.keys(localStorage)) {
          const value = key.startsWith(prefix) ? recall(key) : undefined;
          if (isKept(value)) found.set(key.slice(prefix.length), value);
        }
      } catch {
        // A browser that remembers nothing has nothing kept.
      }
      return found;
    },
  };
}
