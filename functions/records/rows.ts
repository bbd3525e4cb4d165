import type { Key, Row, Value, Write } from '../../shared/ports.ts';
import { type EntityName, shardOf, workIndex } from '../../shared/table.ts';

/** Where a row stands in the lists index, and what that shows of it. */
export interface InList {
  readonly listPk: string;
  readonly listSk: string;
  readonly listed: Value;
}

/** What a row holds, with the revision that a later write must name. */
export interface Stored<Thing> {
  readonly value: Thing;
  readonly rev: number;
  /** Absent where it is in no list. */
  readonly inList?: InList;
}

/** Where a row stands in the indexes, and when the table may forget it. */
interface Placement extends Partial<InList> {
  readonly workPk?: string;
  readonly workSk?: string;
  readonly expiresAt?: number;
}

/** What a row holds, or nothing where there is none. */
export function held<Thing>(row: Row | undefined): Stored<Thing> | undefined {
  if (!row) return undefined;
  const data: unknown = row.data;
  const { rev, listPk, listSk, listed } = row;
  const inList = listPk !== undefined && listSk !== undefined && listed !== undefined;
  return { value: data as Thing, rev, ...(inList && { inList: { listPk, listSk, listed } }) };
}

/** Writes a thing under a key: anew, or in the place of the revision that was read. The table leaves out what is `undefined`. */
export function putRow(
  key: Key,
  kind: EntityName,
  thing: object,
  before?: Pick<Stored<object>, 'rev'>,
  placement: Placement = {},
): Write {
  const row = { ...key, rev: (before?.rev ?? 0) + 1, kind, data: thing as Value, ...placement };
  return { kind: 'put', row, expect: before?.rev ?? 'absent' };
}

/** Kinds of things that come to be due. */
export type DueKind = 'work' | 'mail' | 'erasure' | 'batch' | 'import' | 'participation';

/** Places a thing in the work index as due at an instant. */
export const due = (kind: DueKind, id: string, at: string): Placement => ({
  workPk: workIndex.due(kind, shardOf(id)),
  workSk: `${at}#${id}`,
});

/** Places a thing in the work index as parked since an instant: it waits for staff. */
export const parked = (kind: 'work' | 'mail' | 'change' | 'batch' | 'delivery', id: string, at: string): Placement => ({
  workPk: workIndex.parked(kind),
  workSk: `${at}#${id}`,
});

/** Places a thing in a list: the key of the list, the text that it is sorted by, and what the list shows. */
export const inList = (listPk: string, listSk: string, shown: object): InList => ({
  ...{ listPk, listSk },
  listed: shown as Value,
});

/** Lets the table forget a row after an instant; readers must not rely on it having done so. */
export const forgetAfter = (instant: string): Placement => ({ expiresAt: Math.ceil(Date.parse(instant) / 1_000) });
