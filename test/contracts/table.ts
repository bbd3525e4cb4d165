import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Key, LostRaceError, type Row, type Table, type Value } from '../../shared/ports.ts';
import type { Implementation } from './implementation.ts';
import { describeLists } from './table-lists.ts';

const put = (row: Row, expected: 'absent' | number) => ({ kind: 'put', row, expect: expected }) as const;
const check = (key: Key, expected: 'absent' | number) => ({ kind: 'check', key, expect: expected }) as const;
const lostWrites = async (attempt: Promise<void>): Promise<readonly number[] | 'won'> =>
  attempt.then(
    () => 'won',
    (error: unknown) => {
      if (error instanceof LostRaceError) return error.failed;
      throw error;
    },
  );

/** Says what a table does, whoever it is. Real tables keep their rows between runs, so each test has its own partition. */
export function describeTable({ name, start }: Implementation<Table>): void {
  describe(`the table (${name})`, () => {
    let table: Table;
    let stop: () => Promise<void>;
    let partitions = 0;
    const run = crypto.randomUUID();
    const newPartition = (): string => `CONTRACT#${run}#${++partitions}`;
    /** The index of a real table lags, so a test of it asks again until it shows what it waits for. */
    const whenIndexed = async (workPk: string, until: string, seen: number): Promise<readonly Row[]> => {
      for (let tries = 0; ; tries++) {
        const { rows } = await table.queryWork({ workPk, until });
        if (rows.length === seen || tries === 50) return rows;
      }
    };

    beforeAll(async () => {
      ({ port: table, stop } = await start());
    }, 30_000);
    afterAll(async () => stop?.());

    it('returns a row as it was put, whatever it holds', async () => {
      const row = {
        pk: newPartition(),
        sk: 'A',
        rev: 1,
        text: 'Nguyễn 王小明 👩‍⚕️ "\\\n',
        empty: '',
        amount: 125,
        fraction: 0.25,
        yes: true,
        nothing: null,
        list: [1, 'two', { three: [3] }, []],
        map: { inner: { deep: false }, none: {} },
      };
      await table.write([put(row, 'absent')]);
      expect(await table.get(row)).toEqual(row);
    });

    it('returns nothing for a key that no row has', async () => {
      expect(await table.get({ pk: newPartition(), sk: 'A' })).toBeUndefined();
    });

    it('answers reads of one moment each with its own row, in whichever table that is', async () => {
      const rows = [1, 2, 3].map((rev) => ({ pk: newPartition(), sk: 'A', rev }));
      for (const row of rows) await table.write([put(row, 'absent')]);
      const keys: readonly Key[] = [...rows.toReversed(), { pk: newPartition(), sk: 'A' }, ...rows];
      const found = await Promise.all(keys.map(({ pk, sk }) => table.get({ pk, sk })));
      expect(found).toEqual([...rows.toReversed(), undefined, ...rows]);
    });

    it('leaves out what is undefined, at every depth', async () => {
      const row = { pk: newPartition(), sk: 'A', rev: 1, data: { name: 'A', titles: [{ title: 'B' }] } };
      const data = { name: 'A', email: undefined, titles: [{ title: 'B', until: undefined }] };
      await table.write([put({ ...row, data: data as unknown as Value, note: undefined }, 'absent')]);
      expect(await table.get(row)).toStrictEqual(row);
    });

    it('replaces a row whole', async () => {
      const row = { pk: newPartition(), sk: 'A', rev: 1 };
      await table.write([put({ ...row, old: 'gone' }, 'absent')]);
      await table.write([put({ ...row, rev: 2, new: 'here' }, 1)]);
      expect(await table.get(row)).toEqual({ ...row, rev: 2, new: 'here' });
    });

    it('shares no object with its callers', async () => {
      const row = { pk: newPartition(), sk: 'A', rev: 1, list: [1] };
      await table.write([put(row, 'absent')]);
      row.list.push(2);
      expect((await table.get(row))?.list).toEqual([1]);
    });

    it('lets one of two first writers win', async () => {
      const row = { pk: newPartition(), sk: 'A', rev: 1 };
      expect(await lostWrites(table.write([put({ ...row, by: 'one' }, 'absent')]))).toBe('won');
      expect(await lostWrites(table.write([put({ ...row, by: 'two' }, 'absent')]))).toEqual([0]);
      expect((await table.get(row))?.by).toBe('one');
    });

    it('does not take the same content for the same writer', async () => {
      const row = { pk: newPartition(), sk: 'A', rev: 1 };
      const other = { ...row, sk: 'B' };
      await table.write([put(row, 'absent'), put(other, 'absent')]);
      expect(await lostWrites(table.write([put(row, 'absent'), put(other, 'absent')]))).toEqual([0, 1]);
    });

    it('refuses a write that expects another revision, a row that is not there, or none where one is', async () => {
      const row = { pk: newPartition(), sk: 'A', rev: 1 };
      expect(await lostWrites(table.write([put({ ...row, rev: 2 }, 1)]))).toEqual([0]);
      await table.write([put(row, 'absent')]);
      expect(await lostWrites(table.write([put({ ...row, rev: 3 }, 2)]))).toEqual([0]);
      expect(await table.get(row)).toEqual(row);
    });

    it('writes all rows of a transaction or none, and names the writes that lost', async () => {
      const pk = newPartition();
      await table.write([put({ pk, sk: 'B', rev: 1 }, 'absent')]);
      const attempt = table.write([
        put({ pk, sk: 'A', rev: 1 }, 'absent'),
        put({ pk, sk: 'B', rev: 1 }, 'absent'),
        check({ pk, sk: 'C' }, 7),
      ]);
      expect(await lostWrites(attempt)).toEqual([1, 2]);
      expect((await table.query({ pk })).rows.map(({ sk }) => sk)).toEqual(['B']);
    });

    it('checks rows without touching them', async () => {
      const pk = newPartition();
      await table.write([put({ pk, sk: 'A', rev: 4 }, 'absent')]);
      await table.write([
        check({ pk, sk: 'A' }, 4),
        check({ pk, sk: 'Z' }, 'absent'),
        put({ pk, sk: 'B', rev: 1 }, 'absent'),
      ]);
      expect((await table.query({ pk })).rows).toEqual([
        { pk, sk: 'A', rev: 4 },
        { pk, sk: 'B', rev: 1 },
      ]);
      expect(
        await lostWrites(table.write([check({ pk, sk: 'A' }, 3), put({ pk, sk: 'C', rev: 1 }, 'absent')])),
      ).toEqual([0]);
      expect(await lostWrites(table.write([check({ pk, sk: 'A' }, 'absent')]))).toEqual([0]);
    });

    it('gives a race of 16 first writers exactly one winner', async () => {
      const row = { pk: newPartition(), sk: 'A', rev: 1 };
      const outcomes = await Promise.all(
        Array.from({ length: 16 }, (_, by) => lostWrites(table.write([put({ ...row, by }, 'absent')]))),
      );
      expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
      expect((await table.get(row))?.by).toBe(outcomes.indexOf('won'));
    });

    it('gives a race of 8 transactions over the same rows exactly one winner, whole', async () => {
      const pk = newPartition();
      const race = (by: number) =>
        table.write([put({ pk, sk: 'A', rev: 1, by }, 'absent'), put({ pk, sk: 'B', rev: 1, by }, 'absent')]);
      const outcomes = await Promise.all(Array.from({ length: 8 }, (_, by) => lostWrites(race(by))));
      const winner = outcomes.indexOf('won');
      expect(outcomes.filter((outcome) => outcome === 'won')).toHaveLength(1);
      expect((await table.query({ pk })).rows.map(({ by }) => by)).toEqual([winner, winner]);
    });

    describe('pages', () => {
      const keys = ['A#1', 'A#2', 'A#3', 'A#4', 'B#1'];
      const filled = async (): Promise<string> => {
        const pk = newPartition();
        await table.write(keys.map((sk) => put({ pk, sk, rev: 1 }, 'absent')));
        return pk;
      };
      const sortKeys = ({ rows }: { readonly rows: readonly Row[] }) => rows.map(({ sk }) => sk);

      it('lists a partition by sort key, in both directions and by prefix', async () => {
        const pk = await filled();
        expect(sortKeys(await table.query({ pk }))).toEqual(keys);
        expect(sortKeys(await table.query({ pk, newestFirst: true }))).toEqual(keys.toReversed());
        expect(sortKeys(await table.query({ pk, prefix: 'A#' }))).toEqual(keys.slice(0, 4));
        expect(sortKeys(await table.query({ pk, prefix: 'C#' }))).toEqual([]);
      });

      it.each([false, true])('shows every row once over its pages (newest first: %s)', async (newestFirst) => {
        const pk = await filled();
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await table.query({ pk, newestFirst, limit: 2, ...(cursor ? { cursor } : {}) });
          expect(page.rows.length).toBeLessThanOrEqual(2);
          seen.push(...sortKeys(page));
          cursor = page.cursor;
        } while (cursor);
        expect(seen).toEqual(newestFirst ? keys.toReversed() : keys);
      });

      it('never leads to another partition by a cursor', async () => {
        const [mine, theirs] = [await filled(), await filled()];
        const { cursor } = await table.query({ pk: theirs, limit: 2 });
        const { rows } = await table.query({ pk: mine, ...(cursor ? { cursor } : {}) });
        expect(rows.map(({ pk, sk }) => [pk, sk])).toEqual(keys.slice(2).map((sk) => [mine, sk]));
      });

      it.each(['!', 'x', 'AAAA', '_____', Buffer.from('Z').toString('base64url'), 'QQ=='])(
        'takes the made-up cursor %s for none',
        async (cursor) => {
          const pk = await filled();
          expect(sortKeys(await table.query({ pk, prefix: 'A#', cursor }))).toEqual(keys.slice(0, 4));
        },
      );
    });

    describe('pending work', () => {
      it('is listed oldest first, up to a moment', async () => {
        const pk = newPartition();
        const workPk = `WORK#${pk}`;
        const due = (sk: string, workSk: string) => put({ pk, sk, rev: 1, workPk, workSk }, 'absent');
        await table.write([due('A', '2026-03-02'), due('B', '2026-03-01'), due('C', '2026-03-03')]);
        const rows = await whenIndexed(workPk, '2026-03-02', 2);
        expect(rows.map(({ sk }) => sk)).toEqual(['B', 'A']);
        expect(rows[0]).toEqual({ pk, sk: 'B', rev: 1, workPk, workSk: '2026-03-01' });
        expect((await table.queryWork({ workPk, until: '2026-03-03', limit: 1 })).rows.map(({ sk }) => sk)).toEqual([
          'B',
        ]);
        const next = async (workSk: string) =>
          (await table.queryWork({ workPk, after: workSk, until: '2026-03-03', limit: 1 })).rows.map(({ sk }) => sk);
        expect([await next('2026-03-01'), await next('2026-03-02'), await next('2026-03-03')]).toEqual([
          ['A'],
          ['C'],
          [],
        ]);
        expect(await next('2026-03-02T')).toEqual(['C']);
      });

      it('leaves the list when it is done', async () => {
        const pk = newPartition();
        const workPk = `WORK#${pk}`;
        await table.write([put({ pk, sk: 'A', rev: 1, workPk, workSk: '1' }, 'absent')]);
        expect(await whenIndexed(workPk, '9', 1)).toHaveLength(1);
        await table.write([put({ pk, sk: 'A', rev: 2 }, 1)]);
        expect(await whenIndexed(workPk, '9', 0)).toHaveLength(0);
      });
    });

    describeLists({ table: () => table, newPartition });

    it('counts, also when 10 count at once', async () => {
      const key = { pk: newPartition(), sk: 'LIMIT' };
      const inAnHour = Math.floor(Date.now() / 1_000) + 3_600;
      expect(await table.count(key, 2, inAnHour)).toBe(2);
      const sums = await Promise.all(Array.from({ length: 10 }, () => table.count(key, 1, inAnHour)));
      expect(sums.toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect((await table.get(key))?.expiresAt).toBe(inAnHour);
    });
  });
}
