import { marshall } from '@aws-sdk/util-dynamodb';
import { storedItem } from '../../../functions/adapters/dynamodb-items.ts';
import { type Key, LostRaceError, type Row, type Table, type Write } from '../../../shared/ports.ts';
import { type Item, itemSize } from './item-size.ts';
import { type IndexName, indexed, readUnits, unitsOfPut, writeUnits } from './units.ts';

/** What one touch of the table was billed: a write of a transaction is a touch of its own. */
export interface Touch {
  /** The number of the request that it was part of. */
  readonly request: number;
  readonly operation: 'get' | 'query' | 'queryWork' | 'queryList' | 'put' | 'check' | 'count';
  /** The partition of the table or of the index that was asked. */
  readonly pk: string;
  readonly sk?: string;
  /** Rows that were read. */
  readonly rows: number;
  readonly read: number;
  /** Without the indexes. */
  readonly write: number;
  readonly indexes: Readonly<Record<IndexName, number>>;
  /** The index's partitions that were written to. */
  readonly indexPks: readonly string[];
}

const nothing = { rows: 0, read: 0, write: 0, indexes: { work: 0, lists: 0 }, indexPks: [] } as const;
/** As long as a mark of a write is; its content does not count. */
const MARK = 'mark-of-a-write';

let requests = 0;

/** Numbers the gets of one turn of the event loop alike: they are gathered into one request (`dynamoGets`). */
function turns(): () => Promise<number> {
  let turn: Promise<number> | undefined;
  const end = (resolve: (request: number) => void): void => {
    turn = undefined;
    resolve(++requests);
  };
  return () => {
    turn ??= new Promise((resolve) => setImmediate(end, resolve));
    return turn;
  };
}

const itemOf = (row: Row | undefined): Item | undefined => row && storedItem(row, MARK);
const sizeOf = (rows: readonly object[]): number =>
  rows.reduce((sum, row) => sum + itemSize(storedItem(row as Row, MARK)), 0);

/**
 * A table of memory that says what DynamoDB would bill for each touch, by the published rules (`units.ts`; a contract test
 * holds them against an emulator that tells what it consumed).
 */
export function countedTable(table: Table, touched: (touch: Touch) => void): Table {
  const requestOfTurn = turns();

  async function put(
    write: Extract<Write, { kind: 'put' }>,
    before: Row | undefined,
    { inTransaction, request }: { readonly inTransaction: boolean; readonly request: number },
  ) {
    const { pk, sk } = write.row;
    const [was, is] = [itemOf(before), storedItem(write.row, MARK)];
    const { table: units, ...indexes } = unitsOfPut(was, is, { inTransaction });
    const indexPks = [
      ...(indexes.work > 0 ? [before?.workPk, write.row.workPk] : []),
      ...(indexes.lists > 0 ? [before?.listPk, write.row.listPk] : []),
    ].filter((each) => each !== undefined);
    const asked = { ...nothing, operation: 'put', request, pk, sk } as const;
    touched({ ...asked, write: units, indexes, indexPks: [...new Set(indexPks)] });
  }

  return {
    async get(key) {
      const request = await requestOfTurn();
      const row = await table.get(key);
      const read = readUnits(row ? sizeOf([row]) : 0, { consistent: true });
      touched({ ...nothing, operation: 'get', request, ...keyOf(key), rows: row ? 1 : 0, read });
      return row;
    },
    async query(query) {
      const page = await table.query(query);
      const read = readUnits(sizeOf(page.rows), { consistent: true });
      touched({ ...nothing, operation: 'query', request: ++requests, pk: query.pk, rows: page.rows.length, read });
      return page;
    },
    async queryWork(query) {
      const page = await table.queryWork(query);
      const read = readUnits(sizeOf(page.rows), { consistent: false });
      touched({
        ...nothing,
        operation: 'queryWork',
        request: ++requests,
        pk: query.workPk,
        rows: page.rows.length,
        read,
      });
      return page;
    },
    async queryList(query) {
      const page = await table.queryList(query);
      const entries = page.rows.map((row) => indexed('lists', marshall({ ...row, listPk: query.listPk })) ?? {});
      const bytes = entries.reduce((sum, entry) => sum + itemSize(entry), 0);
      const read = readUnits(bytes, { consistent: false });
      touched({
        ...nothing,
        operation: 'queryList',
        request: ++requests,
        pk: query.listPk,
        rows: entries.length,
        read,
      });
      return page;
    },
    async write(writes) {
      const before = await Promise.all(writes.map((write) => table.get(write.kind === 'put' ? write.row : write.key)));
      const inTransaction = writes.length > 1 || writes[0]?.kind === 'check';
      const lost = await table.write(writes).then(
        () => false,
        (error: unknown) => {
          // What was refused is billed too, by what stands there.
          if (error instanceof LostRaceError) return error;
          throw error;
        },
      );
      const request = ++requests;
      for (const [at, write] of writes.entries()) {
        if (write.kind === 'put' && !lost) await put(write, before[at], { inTransaction, request });
        else {
          const standing = before[at];
          const units = writeUnits(standing ? sizeOf([standing]) : 0) * (inTransaction ? 2 : 1);
          const key = keyOf(write.kind === 'put' ? write.row : write.key);
          touched({ ...nothing, operation: write.kind, request, ...key, write: units });
        }
      }
      if (lost) throw lost;
    },
    async count(key, by, expiresAt) {
      const sum = await table.count(key, by, expiresAt);
      // Its row bears no mark of a write, and is small.
      touched({ ...nothing, operation: 'count', request: ++requests, ...keyOf(key), write: 1 });
      return sum;
    },
  };
}

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });
