import type { Row, Table } from '../../shared/ports.ts';
import { held } from './rows.ts';

/** A page of a list, and where to go on after it. */
export interface Listed<Thing> {
  readonly items: readonly Thing[];
  readonly cursor?: string;
}

/** Which page of a list: the first, or the one after a cursor. */
export interface PageAsked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

const byPlace = (a: Row, b: Row): number => ((a.workSk ?? '') < (b.workSk ?? '') ? -1 : 1);
/** After every instant. */
const FOREVER = '9999~';

/**
 * A page of some partitions of the work index as of one list, by when things are due or were parked: each partition is
 * asked for a whole page, and the first of all count. The index lags: read a row before acting on it.
 */
export async function indexPage<Thing>(
  table: Table,
  partitions: readonly string[],
  { limit, cursor }: PageAsked,
): Promise<Listed<Thing>> {
  const after = cursor ? { after: cursor } : {};
  const pages = await Promise.all(
    partitions.map((workPk) => table.queryWork({ workPk, until: FOREVER, limit, ...after })),
  );
  const rows = pages
    .flatMap((page) => page.rows)
    .toSorted(byPlace)
    .slice(0, limit);
  const last = rows.length === limit ? rows.at(-1)?.workSk : undefined;
  return { items: rows.flatMap((row) => held<Thing>(row)?.value ?? []), ...(last !== undefined && { cursor: last }) };
}
