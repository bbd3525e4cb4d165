import * as z from 'zod/mini';
import type { AnyChange } from '../../shared/domain/any-change.ts';
import { handlerOver } from '../capabilities.ts';

const input = z.object({ cursor: z.optional(z.string()) });

/** Changes that one call reads. */
const AT_ONCE = 100;

interface Waiting {
  readonly changes: readonly AnyChange[];
  /** Where to go on; absent after the last. */
  readonly next?: string;
}

/** Lists a page of the changes that wait for a second person, oldest first; called again with `next` until there is none. */
export const handler = handlerOver({}, ({ changes }) => async (event: unknown): Promise<Waiting> => {
  const { items, cursor } = await changes.waiting({ limit: AT_ONCE, ...z.parse(input, event) });
  return { changes: items, ...(cursor !== undefined && { next: cursor }) };
});
