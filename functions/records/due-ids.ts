import type { Instant } from '../../shared/domain/kinds.ts';
import type { Table } from '../../shared/ports.ts';
import { workIndex } from '../../shared/table.ts';
import type { DueKind } from './rows.ts';

/** The id at the end of an index key: `2026-11-24T10:00:00.000Z#grade-…`. */
const idAfterInstant = (workSk = ''): string => workSk.slice(workSk.indexOf('#') + 1);

/**
 * The ids under which things of a kind are due at an instant, from every shard, the oldest of each first. The index lags: read the row
 * before acting on it.
 */
export async function dueIds(
  table: Table,
  kind: DueKind,
  { at, limitPerShard }: { readonly at: Instant; readonly limitPerShard: number },
): Promise<readonly string[]> {
  const pages = await Promise.all(
    Array.from({ length: workIndex.shards }, (_, shard) =>
      // '~' sorts after every character of an id, so that ids of the very instant are included.
      table.queryWork({ workPk: workIndex.due(kind, shard), until: `${at}~`, limit: limitPerShard }),
    ),
  );
  return pages.flatMap(({ rows }) => rows.map(({ workSk }) => idAfterInstant(workSk)));
}
