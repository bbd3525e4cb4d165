import type { Batch, BatchItem } from '../../shared/domain/batch.ts';
import type { Clock, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { decidedRow } from './decided.ts';
import { dueIds } from './due-ids.ts';
import type { Listed, PageAsked } from './index-page.ts';
import { due, held, parked, putRow, type Stored } from './rows.ts';
import { waitingPage } from './waiting.ts';

/** Batches: those that wait and those that run are in the work index. */
export interface Batches {
  byId(batchId: string): Promise<Stored<Batch> | undefined>;
  put(batch: Batch, before?: Stored<Batch>): readonly Write[];
  items(batchId: string): Promise<readonly Stored<BatchItem>[]>;
  item(batchId: string, number: number): Promise<Stored<BatchItem> | undefined>;
  putItem(item: BatchItem, before?: Stored<BatchItem>): Write;
  /** A page of the batches that wait for a second person, oldest first. */
  waiting(page: PageAsked): Promise<Listed<Batch>>;
  /** Ids of batches that run and were not looked after lately. */
  dueIds(limitPerShard: number): Promise<readonly string[]>;
}

const placeOf = ({ batchId, status, proposedAt, dueAt = proposedAt }: Batch) =>
  status === 'proposed'
    ? parked('batch', batchId, proposedAt)
    : status === 'running'
      ? due('batch', batchId, dueAt)
      : {};

export function batches({ table, clock }: { table: Table; clock: Clock }): Batches {
  const byId: Batches['byId'] = async (batchId) => held<Batch>(await table.get(entities.batch.keyOf({ batchId })));
  return {
    byId,
    put: (batch, before) => [
      putRow(entities.batch.keyOf(batch), 'batch', batch, before, placeOf(batch)),
      ...((batch.status === 'done' || batch.status === 'rejected') && before?.value.status !== batch.status
        ? [decidedRow({ id: batch.batchId, is: 'batch', at: batch.doneAt ?? batch.decidedAt ?? batch.proposedAt })]
        : []),
    ],
    items: async (batchId) => {
      const { rows } = await table.query({ pk: entities.batch.keyOf({ batchId }).pk, prefix: 'ITEM#' });
      return rows.flatMap((row) => held<BatchItem>(row) ?? []);
    },
    item: async (batchId, number) => held<BatchItem>(await table.get(entities.batchItem.keyOf({ batchId, number }))),
    putItem: (item, before) => putRow(entities.batchItem.keyOf(item), 'batchItem', item, before),
    waiting: (asked) => waitingPage<Batch>(table, 'batch', asked, ({ batchId }) => byId(batchId)),
    dueIds: (limitPerShard) => dueIds(table, 'batch', { at: clock.now(), limitPerShard }),
  };
}
