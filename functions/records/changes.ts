import type { AnyChange } from '../../shared/domain/any-change.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { type DecidedPage, decidedIn, decidedRow } from './decided.ts';
import type { Listed, PageAsked } from './index-page.ts';
import { held, parked, putRow, type Stored } from './rows.ts';
import { waitingPage } from './waiting.ts';

/** What staff change on record. What waits for a second person is in the work index for as long as it waits. */
export interface Changes {
  byId(changeId: string): Promise<Stored<AnyChange> | undefined>;
  /** The write that asks for a change, which waits. */
  ask(change: AnyChange): Write;
  /** The writes that say what became of a change, and where the list of what was decided finds it. */
  settle(change: AnyChange, before?: Stored<AnyChange>): readonly Write[];
  /** A page of the changes that wait, oldest first. */
  waiting(page: PageAsked): Promise<Listed<AnyChange>>;
  /** Ids of changes and batches that were decided in a year, newest first. */
  decidedIn(year: number, page: { readonly limit: number; readonly cursor?: string | undefined }): Promise<DecidedPage>;
}

export function changes({ table }: { table: Table }): Changes {
  const byId: Changes['byId'] = async (changeId) =>
    held<AnyChange>(await table.get(entities.change.keyOf({ changeId })));
  const put = (change: AnyChange, before?: Stored<AnyChange>, place = {}): Write =>
    putRow(entities.change.keyOf(change), 'change', change, before, place);

  return {
    byId,
    ask: (change) => put(change, undefined, parked('change', change.changeId, change.proposedAt)),
    settle: (change, before) => [
      put(change, before),
      // The batch stands in the list for those that it is of.
      ...(change.batchId === undefined
        ? [decidedRow({ id: change.changeId, is: 'change', at: change.decidedAt ?? change.proposedAt })]
        : []),
    ],
    waiting: (asked) => waitingPage<AnyChange>(table, 'change', asked, ({ changeId }) => byId(changeId)),
    decidedIn: (year, page) => decidedIn(table, year, page),
  };
}
