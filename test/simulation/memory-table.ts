import { cursorAfter, sortKeyOf } from '../../functions/adapters/cursor.ts';
import { type Expectation, type Key, LostRaceError, type Page, type Row, type Table } from '../../shared/ports.ts';

/** What a scheduler decides about the table: all of it happens at once, and nothing is forgotten, unless told otherwise. */
export interface TableWeather {
  /** The virtual time in epoch milliseconds. */
  readonly nowMs?: () => number;
  /** How long after a write the `work` index shows it, in milliseconds. */
  readonly indexLagMs?: () => number;
  /** Whether a row past its `expiresAt` is forgotten at this look; DynamoDB takes up to days over it. */
  readonly forgetsExpired?: () => boolean;
}

/** The table with its contents laid open, for checks after a run. */
export interface MemoryTable extends Table {
  /** All rows, by partition and sort key. */
  rows(): readonly Row[];
  /** Loses a row, as a hand in the database might. */
  lose(key: Key): void;
  /** The index’s sort key of the first row under hashes that begin so, as the table has it and the index will. */
  firstWork(workPkPrefix: string): string | undefined;
}

// The limits of DynamoDB that a careless write would meet in production only.
const mostWrites = 100;
const mostRowBytes = 400 * 1_024;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function checkedText(row: Row): string {
  const { pk, sk, rev, workPk, workSk } = row;
  if (!pk || !sk) throw new Error('ValidationException: a key attribute is empty');
  if (workPk === '' || workSk === '') throw new Error('ValidationException: an index key attribute is empty');
  if (!Number.isInteger(rev)) throw new Error('ValidationException: rev is no integer');
  const text = JSON.stringify(row, (name, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new Error(`ValidationException: ${name} is no number that can be stored`);
    return value;
  });
  if (Buffer.byteLength(text) > mostRowBytes) throw new Error('ValidationException: the item is larger than 400 KB');
  return text;
}

/**
 * A table in memory with DynamoDB's semantics: conditions, all-or-nothing transactions, strongly consistent reads by key,
 * an index that lags, rows that outlive their time. Every operation takes effect at one instant; what may go wrong around
 * it (throttles, conflicts, lost replies) is the world's business.
 */
export function createMemoryTable(weather: TableWeather = {}): MemoryTable {
  const { nowMs = () => 0, indexLagMs = () => 0, forgetsExpired = () => false } = weather;
  /** Rows as JSON, so that no caller shares an object with the table. */
  const partitions = new Map<string, Map<string, string>>();
  const index = new Map<string, Row>();
  /** What the index will be when it has caught up. */
  const placed = new Map<string, Row>();
  let lagging: { readonly dueMs: number; readonly name: string; readonly row: Row }[] = [];

  const nameOf = ({ pk, sk }: Key): string => JSON.stringify([pk, sk]);

  function read({ pk, sk }: Key): Row | undefined {
    const partition = partitions.get(pk);
    const text = partition?.get(sk);
    if (text === undefined) return undefined;
    const row: Row = JSON.parse(text);
    if (row.expiresAt !== undefined && row.expiresAt * 1_000 <= nowMs() && forgetsExpired()) {
      partition?.delete(sk);
      index.delete(nameOf(row));
      placed.delete(nameOf(row));
      lagging = lagging.filter(({ name }) => name !== nameOf(row));
      return undefined;
    }
    return row;
  }

  function put(row: Row, text: string): void {
    const partition = partitions.get(row.pk) ?? new Map<string, string>();
    partitions.set(row.pk, partition);
    partition.set(row.sk, text);
    // Changes of one row reach the index in their order, so none is due before the one ahead of it.
    const name = nameOf(row);
    const ahead = lagging.findLast((change) => change.name === name)?.dueMs ?? 0;
    const isPlaced = row.workPk !== undefined && row.workSk !== undefined;
    if (isPlaced) placed.set(name, row);
    else placed.delete(name);
    if (isPlaced || index.has(name) || ahead > 0)
      lagging.push({ dueMs: Math.max(ahead, nowMs() + indexLagMs()), name, row: JSON.parse(text) });
  }

  function catchUpIndex(): void {
    const due = lagging.filter(({ dueMs }) => dueMs <= nowMs());
    if (due.length === 0) return;
    lagging = lagging.filter(({ dueMs }) => dueMs > nowMs());
    for (const { name, row } of due) {
      if (row.workPk !== undefined && row.workSk !== undefined) index.set(name, row);
      else index.delete(name);
    }
  }

  const holds = (key: Key, expect: Expectation): boolean => {
    const row = read(key);
    return expect === 'absent' ? row === undefined : row?.rev === expect;
  };

  const paged = (rows: readonly Row[], limit: number | undefined): Page => {
    if (limit === undefined || rows.length < limit) return { rows };
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    // Like DynamoDB: a full page has a cursor, even when nothing follows.
    return last ? { rows: page, cursor: cursorAfter(last.sk) } : { rows: page };
  };

  return {
    async get(key) {
      return read(key);
    },

    async query({ pk, prefix = '', newestFirst = false, limit, cursor }) {
      const after = sortKeyOf(cursor, prefix);
      const keys = [...(partitions.get(pk)?.keys() ?? [])]
        .filter((sk) => sk.startsWith(prefix))
        .sort((a, b) => (newestFirst ? byText(b, a) : byText(a, b)))
        .filter((sk) => after === undefined || (newestFirst ? sk < after : sk > after));
      return paged(
        keys.map((sk) => read({ pk, sk })).filter((row) => row !== undefined),
        limit,
      );
    },

    async queryWork({ workPk, until, limit }) {
      catchUpIndex();
      const rows = [...index.values()]
        .filter((row) => row.workPk === workPk && (row.workSk ?? '') <= until)
        .sort((a, b) => byText(a.workSk ?? '', b.workSk ?? ''));
      return { rows: structuredClone(limit === undefined ? rows : rows.slice(0, limit)) };
    },

    async write(writes) {
      const keys = writes.map((write) => nameOf(write.kind === 'put' ? write.row : write.key));
      if (writes.length > mostWrites) throw new Error('ValidationException: a transaction has more than 100 writes');
      if (new Set(keys).size < keys.length)
        throw new Error('ValidationException: a transaction cannot touch one item twice');
      const puts = writes.filter((write) => write.kind === 'put').map(({ row }) => ({ row, text: checkedText(row) }));
      const failed = writes.flatMap((write, position) =>
        holds(write.kind === 'put' ? write.row : write.key, write.expect) ? [] : [position],
      );
      if (failed.length > 0) throw new LostRaceError(failed);
      for (const { row, text } of puts) put(row, text);
    },

    async count(key, by, expiresAt) {
      const before = read(key);
      const sum = (typeof before?.sum === 'number' ? before.sum : 0) + by;
      const row = { ...before, ...key, sum, rev: (before?.rev ?? 0) + 1, expiresAt: before?.expiresAt ?? expiresAt };
      put(row, checkedText(row));
      return sum;
    },

    lose: ({ pk, sk }) => void partitions.get(pk)?.delete(sk),

    firstWork: (workPkPrefix) =>
      [...placed.values()]
        .filter(({ workPk = '' }) => workPk.startsWith(workPkPrefix))
        .map(({ workSk = '' }) => workSk)
        .sort(byText)[0],

    rows: () =>
      [...partitions.values()].flatMap((partition) =>
        [...partition.entries()].sort(([a], [b]) => byText(a, b)).map(([, text]): Row => JSON.parse(text)),
      ),
  };
}
