import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDynamoTable } from '../../functions/adapters/dynamodb-table.ts';
import type { Row, Table, Value } from '../../shared/ports.ts';
import { createMemoryTable } from '../simulation/ports/memory-table.ts';
import { hearConsumed } from '../support/units/consumed-capacity.ts';
import { countedTable } from '../support/units/counted-table.ts';
import { clientOf, startEmbedded } from './table-on-dynamodb.ts';

const units = { counted: { read: 0, write: 0 }, told: { read: 0, write: 0 } };
let both: (act: (table: Table) => Promise<unknown>) => Promise<void>;
let stop: () => Promise<void>;

beforeAll(async () => {
  const embedded = await startEmbedded();
  stop = embedded.stop;
  const client = clientOf(embedded.endpoint);
  hearConsumed(client, ({ read, write }) => {
    units.told.read += read;
    units.told.write += write;
  });
  const told = createDynamoTable({ client, tableName: embedded.tableName });
  const counted = countedTable(createMemoryTable(), ({ read, write, indexes }) => {
    units.counted.read += read;
    units.counted.write += write + indexes.work + indexes.lists;
  });
  both = async (act) => {
    for (const of of Object.values(units)) Object.assign(of, { read: 0, write: 0 });
    await act(counted);
    await act(told);
  };
});
afterAll(() => stop());

const row = (sk: string, rev: number, size: number, more: Readonly<Record<string, Value>> = {}): Row => ({
  ...{ pk: 'A', sk, rev, kind: 'thing' },
  data: { text: 'x'.repeat(size), list: [1, 20, 12345, null, true, { a: 'é' }], nothing: {} },
  ...more,
});
const put = (written: Row) =>
  ({ kind: 'put', row: written, expect: written.rev === 1 ? 'absent' : written.rev - 1 }) as const;
const inWork = (workSk: string) => ({ workPk: 'DUE', workSk });
const inList = (listSk: string, shown: string) => ({ listPk: 'L', listSk, listed: { shown } });

/** Each goes on from what those before it have left. */
const cases: readonly (readonly [what: string, act: (table: Table) => Promise<unknown>])[] = [
  ['a small row', (table) => table.write([put(row('1', 1, 100))])],
  ['a row of more than one step', (table) => table.write([put(row('2', 1, 1_500))])],
  ['a smaller row in the place of a larger one', (table) => table.write([put(row('2', 2, 100))])],
  ['a row that enters the work index', (table) => table.write([put(row('3', 1, 1_500, inWork('a')))])],
  ['a row that stays where it is in the work index', (table) => table.write([put(row('3', 2, 1_500, inWork('a')))])],
  ['a row that moves in the work index', (table) => table.write([put(row('3', 3, 1_500, inWork('b')))])],
  ['a row that leaves the work index', (table) => table.write([put(row('3', 4, 1_500))])],
  ['a row that enters a list', (table) => table.write([put(row('4', 1, 1_500, inList('a', 'y')))])],
  ['a change that its list does not show', (table) => table.write([put(row('4', 2, 2_500, inList('a', 'y')))])],
  ['a change that its list shows', (table) => table.write([put(row('4', 3, 2_500, inList('a', 'z')))])],
  ['a row that moves in its list', (table) => table.write([put(row('4', 4, 2_500, inList('b', 'z')))])],
  [
    'a transaction that writes two rows, one of them due, and checks a third',
    (table) =>
      table.write([
        put(row('5', 1, 1_500, inWork('c'))),
        put(row('6', 1, 10)),
        { kind: 'check', key: { pk: 'A', sk: '2' }, expect: 2 },
      ]),
  ],
  ['a row that is read', (table) => table.get({ pk: 'A', sk: '1' })],
  ['a row that there is not', (table) => table.get({ pk: 'A', sk: 'none' })],
  ['a partition', (table) => table.query({ pk: 'A' })],
  ['a page of a partition', (table) => table.query({ pk: 'A', limit: 2 })],
  ['a partition that there is not', (table) => table.query({ pk: 'none' })],
  ['what is due', (table) => table.queryWork({ workPk: 'DUE', until: 'z' })],
  ['a page of a list', (table) => table.queryList({ listPk: 'L', limit: 10 })],
  ['a counter', (table) => table.count({ pk: 'RATE', sk: '1' }, 1, 4_102_444_800)],
  ['the counter again', (table) => table.count({ pk: 'RATE', sk: '1' }, 1, 4_102_444_800)],
];

describe('what is counted in memory is what the database says that it consumed', () => {
  it.each(cases)('of %s', async (_, act) => {
    await both(act);
    expect(units.told.read + units.told.write).toBeGreaterThan(0);
    expect(units.counted).toEqual(units.told);
  });

  it('of rows of many sizes around the steps, one by one and together', async () => {
    const sizes = Array.from({ length: 60 }, (_, at) => 780 + at * 7);
    await both(async (table) => {
      for (const [at, size] of sizes.entries()) await table.write([put(row(`s${at}`, 1, size))]);
    });
    expect(units.counted).toEqual(units.told);
    await both(async (table) => {
      for (let limit = 1; limit < sizes.length; limit++) await table.query({ pk: 'A', prefix: 's', limit });
    });
    expect(units.counted).toEqual(units.told);
  });
});
