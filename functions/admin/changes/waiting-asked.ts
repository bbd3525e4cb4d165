import type { AnyChange } from '../../../shared/domain/any-change.ts';
import type { Batch } from '../../../shared/domain/batch.ts';
import type { Capabilities } from '../../capabilities.ts';
import type { PageAsked } from '../../records/index-page.ts';

interface WaitingPage {
  readonly changes: readonly AnyChange[];
  readonly batches: readonly Batch[];
  readonly next: string | undefined;
}

/**
 * A page of what waits for a second person, changes and batches as one list, oldest first. Both are sorted by the same place: whichever
 * goes on sooner says how far the page reaches, and the next takes up both there.
 */
export async function waitingAsked(
  page: PageAsked,
  { changes, batches }: Pick<Capabilities<Record<never, never>>, 'changes' | 'batches'>,
): Promise<WaitingPage> {
  const [waiting, many] = await Promise.all([changes.waiting(page), batches.waiting(page)]);
  const next = [waiting.cursor, many.cursor].filter((cursor) => cursor !== undefined).toSorted()[0];
  const isHere = (proposedAt: string, id: string): boolean => next === undefined || `${proposedAt}#${id}` <= next;
  return {
    changes: waiting.items.filter(({ proposedAt, changeId }) => isHere(proposedAt, changeId)),
    batches: many.items.filter(({ proposedAt, batchId }) => isHere(proposedAt, batchId)),
    next,
  };
}
