import { cursorAfter, sortKeyOf } from '../../../functions/adapters/cursor.ts';
import { listCursorAfter, listPlaceOf, rangeOf } from '../../../functions/adapters/list-range.ts';
import {
  type Expectation,
  type Key,
  type ListedRow,
  LostRaceError,
  type Page,
  type Row,
  type Table,
  type Value,
} from '../../../shared/ports.ts';
import { isPartitionOfKeyTable } from '../../../shared/table.ts';
import { createMemoryIndex } from './memory-index.ts';

/** What a scheduler decides about the table: all of it happens at once, and nothing is forgotten, unless told otherwise. */
export interface TableWeather {
  /** The virtual time in epoch milliseconds. */
  readonly nowMs?: () => number;
  /** How long after a write an index shows it, in milliseconds. */
  readonly indexLagMs?: () => number;
  /** Whether a row past its `expiresAt` is forgotten at this look; DynamoDB takes up to days over it. */
  readonly forgetsExpired?: () => boolean;
}

/** The table with its contents laid open, for checks after a run. */
export interface MemoryTable extends Table {
  /** All rows, by partition and sort key. */
  rows(): readonly Row[];
  /** Takes rows that another table of memory kept. */
  load(rows: readonly Row[]): void;
  /** Loses a row, as a hand in the database might. */
  lose(key: Key): void;
  /** The index’s sort key of the first row under hashes that begin so, as the table has it and the index will. */
  firstWork(...workPkPrefixes: readonly string[]): string | undefined;
}

/** The rows of one of the tables alone, for checks after a run. */
export type MemoryPart = Pick<MemoryTable, 'rows' | 'lose'>;

/**
 * The table as the service has it, of whose rows `table.rows()` has those that are backed up, and `keyTable.rows()` those that
 * are not.
 */
export function createMemoryTables(weather: TableWeather): {
  readonly table: MemoryTable;
  readonly keyTable: MemoryPart;
} {
  const table = createMemoryTable(weather);
  const rowsOf = (inKeyTable: boolean) => () =>
    table.rows().filter(({ pk }) => isPartitionOfKeyTable(pk) === inKeyTable);
  return { table: { ...table, rows: rowsOf(false) }, keyTable: { lose: table.lose, rows: rowsOf(true) } };
}

// The limits of DynamoDB that a careless write would meet in production only.
const mostWrites = 100;
const mostRowBytes = 400 * 1_024;
const mostTransactionBytes = 4 * 1_024 * 1_024;
const mostHashKeyBytes = 2_048;
const mostRangeKeyBytes = 1_024;
const deepest = 32;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A row as a table keeps it, and how many bytes it has at most as JSON, which need not be written to know that it fits. */
interface FrozenRow {
  readonly row: Row;
  readonly mostBytes: number;
}

// A character takes three bytes at most in UTF-8, and six where JSON escapes it; a number of JavaScript has 24 digits at most.
const mostTextBytes = (text: string): number => 6 * text.length + 2;
const mostOtherBytes = 24;

/**
 * A copy of what JSON can say, frozen at every depth, so that all may share it. In one pass, since every write takes one. The
 * members of a map have no order in DynamoDB: here those of about every second one come back the other way round, so that
 * nothing rests on it.
 */
function createFreezer(): (row: Row) => FrozenRow {
  let drawn = 1;
  let mostBytes = 0;
  function frozen(value: Value, name: string, depth: number): Value {
    if (typeof value === 'string') {
      mostBytes += mostTextBytes(value);
      return value;
    }
    mostBytes += mostOtherBytes;
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new Error(`ValidationException: ${name} is no number that can be stored`);
    if (typeof value !== 'object' || value === null) return value;
    if (depth > deepest) throw new Error(`ValidationException: ${name} is nested more than ${deepest} levels deep`);
    if (Array.isArray(value)) return Object.freeze(value.map((part: Value) => frozen(part, name, depth + 1)));
    // A linear congruential generator (Numerical Recipes): tables of one history give the same orders.
    drawn = (Math.imul(drawn, 1_664_525) + 1_013_904_223) >>> 0;
    const map = value as { readonly [name: string]: Value | undefined };
    const fields = drawn >>> 31 ? Object.keys(map).reverse() : Object.keys(map);
    const copy: Record<string, Value> = {};
    for (const field of fields) {
      const part = map[field];
      if (part === undefined) continue;
      // With its colon, and the comma before the next.
      mostBytes += mostTextBytes(field) + 2;
      copy[field] = frozen(part, field, depth + 1);
    }
    return Object.freeze(copy);
  }
  return (row) => {
    mostBytes = 0;
    return { row: frozen(row as unknown as Value, 'the row', 0) as unknown as Row, mostBytes };
  };
}

const jsonBytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

function checkKey(key: string | undefined, mostKeyBytes: number): void {
  // A text cannot have more bytes than three for each of its characters.
  if (key !== undefined && 3 * key.length > mostKeyBytes && Buffer.byteLength(key) > mostKeyBytes)
    throw new Error(`ValidationException: a key is longer than ${mostKeyBytes} bytes`);
}

/** A row as the table keeps it. @throws where DynamoDB would refuse it */
function checked(given: Row, frozen: (row: Row) => FrozenRow): FrozenRow {
  const { pk, sk, rev, workPk, workSk, listPk, listSk } = given;
  if (!pk || !sk) throw new Error('ValidationException: a key attribute is empty');
  if (workPk === '' || workSk === '' || listPk === '' || listSk === '')
    throw new Error('ValidationException: an index key attribute is empty');
  for (const hash of [pk, workPk, listPk]) checkKey(hash, mostHashKeyBytes);
  for (const range of [sk, workSk, listSk]) checkKey(range, mostRangeKeyBytes);
  if (!Number.isInteger(rev)) throw new Error('ValidationException: rev is no integer');
  const kept = frozen(given);
  if (kept.mostBytes > mostRowBytes && jsonBytes(kept.row) > mostRowBytes)
    throw new Error('ValidationException: the item is larger than 400 KB');
  return kept;
}

/**
 * A table in memory with DynamoDB's semantics: conditions, all-or-nothing transactions, strongly consistent reads by key,
 * an index that lags, rows that outlive their time. Every operation takes effect at one instant; what may go wrong around
 * it (throttles, conflicts, lost replies) is the world's business.
 */
export function createMemoryTable(weather: TableWeather = {}): MemoryTable {
  const { nowMs = () => 0, indexLagMs = () => 0, forgetsExpired = () => false } = weather;
  const frozen = createFreezer();
  const partitions = new Map<string, Map<string, Row>>();
  /** Sort keys in their order, until a key is added or lost. */
  const sorted = new Map<string, readonly string[]>();
  const keysOf = (pk: string): readonly string[] => {
    const known = sorted.get(pk) ?? [...(partitions.get(pk)?.keys() ?? [])].sort(byText);
    sorted.set(pk, known);
    return known;
  };
  const work = createMemoryIndex<Row>({
    placeOf: ({ workPk, workSk }) => (workPk && workSk ? { pk: workPk, sk: workSk } : undefined),
    show: (row) => row,
    ...{ nowMs, lagMs: indexLagMs },
  });
  const lists = createMemoryIndex<ListedRow>({
    placeOf: ({ listPk, listSk }) => (listPk && listSk ? { pk: listPk, sk: listSk } : undefined),
    show: ({ pk, sk, listSk = '', listed = {} }) => ({ pk, sk, listSk, listed }),
    ...{ nowMs, lagMs: indexLagMs },
  });

  // No key holds the character between the two.
  const nameOf = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

  function read({ pk, sk }: Key): Row | undefined {
    const partition = partitions.get(pk);
    const row = partition?.get(sk);
    if (row?.expiresAt !== undefined && row.expiresAt * 1_000 <= nowMs() && forgetsExpired()) {
      partition?.delete(sk);
      sorted.delete(pk);
      work.forget(nameOf(row));
      lists.forget(nameOf(row));
      return undefined;
    }
    return row;
  }

  function put(row: Row): void {
    const partition = partitions.get(row.pk) ?? new Map<string, Row>();
    partitions.set(row.pk, partition);
    if (!partition.has(row.sk)) sorted.delete(row.pk);
    partition.set(row.sk, row);
    const name = nameOf(row);
    work.put(name, row);
    lists.put(name, row);
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
      const keys = keysOf(pk)
        .filter((sk) => sk.startsWith(prefix))
        .filter((sk) => after === undefined || (newestFirst ? sk < after : sk > after));
      if (newestFirst) keys.reverse();
      const rows: Row[] = [];
      for (const sk of keys) {
        const row = read({ pk, sk });
        if (row) rows.push(row);
        if (rows.length === limit) break;
      }
      return paged(rows, limit);
    },

    async queryWork({ workPk, until, after = '', limit }) {
      const due = work.shown(workPk).filter(({ sk }) => sk > after && sk <= until);
      return { rows: (limit === undefined ? due : due.slice(0, limit)).map(({ row }) => row) };
    },

    async queryList(query) {
      const range = rangeOf(query);
      if (!range) return { rows: [] };
      const after = listPlaceOf(query.cursor, range);
      const { limit, newestFirst = false } = query;
      const within = lists
        .shown(query.listPk)
        .filter(({ sk }) => range.low <= sk && sk <= range.high)
        .filter(({ sk }) => after === undefined || (newestFirst ? sk < after.listSk : sk > after.listSk));
      const rows = (newestFirst ? within.slice(-limit).reverse() : within.slice(0, limit)).map(({ row }) => row);
      const last = rows.at(-1);
      return { rows, ...(last && rows.length === limit && { cursor: listCursorAfter(last) }) };
    },

    async write(writes) {
      const keys = writes.map((write) => nameOf(write.kind === 'put' ? write.row : write.key));
      if (writes.length > mostWrites) throw new Error('ValidationException: a transaction has more than 100 writes');
      if (new Set(keys).size < keys.length)
        throw new Error('ValidationException: a transaction cannot touch one item twice');
      const puts = writes.filter((write) => write.kind === 'put').map(({ row }) => checked(row, frozen));
      const rows = puts.map(({ row }) => row);
      const mostBytes = puts.reduce((sum, put) => sum + put.mostBytes, 0);
      if (mostBytes > mostTransactionBytes && jsonBytes(rows) > mostTransactionBytes)
        throw new Error('ValidationException: a transaction is larger than 4 MB');
      const failed = writes.flatMap((write, position) =>
        holds(write.kind === 'put' ? write.row : write.key, write.expect) ? [] : [position],
      );
      if (failed.length > 0) throw new LostRaceError(failed);
      for (const row of rows) put(row);
    },

    async count(key, by, expiresAt) {
      const before = read(key);
      const sum = (typeof before?.sum === 'number' ? before.sum : 0) + by;
      const row = { ...before, ...key, sum, rev: (before?.rev ?? 0) + 1, expiresAt: before?.expiresAt ?? expiresAt };
      put(checked(row, frozen).row);
      return sum;
    },

    load: (rows) => rows.forEach(put),

    lose: ({ pk, sk }) => {
      partitions.get(pk)?.delete(sk);
      sorted.delete(pk);
    },

    firstWork: work.first,

    rows: () => [...partitions].flatMap(([pk, partition]) => keysOf(pk).flatMap((sk) => partition.get(sk) ?? [])),
  };
}
