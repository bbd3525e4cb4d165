import { describe, expect, it } from 'vitest';
import type { ListedRow, ListQuery, Row, Table } from '../../shared/ports.ts';

const put = (row: Row, expected: 'absent' | number) => ({ kind: 'put', row, expect: expected }) as const;

/** Says what the lists of a table do; each test has a list of its own. */
export function describeLists({
  table,
  newPartition,
}: {
  readonly table: () => Table;
  readonly newPartition: () => string;
}): void {
  describe('lists', () => {
    const days = ['2026-03-01#a', '2026-03-02#b', '2026-03-02#c', '2026-03-03#d', '2026-04-01#e'];
    const filled = async (): Promise<string> => {
      const pk = newPartition();
      const listPk = `LIST#${pk}`;
      await table().write(
        days.map((listSk, n) =>
          put({ pk, sk: `R${n}`, rev: 1, listPk, listSk, listed: { n }, data: 'not shown' }, 'absent'),
        ),
      );
      await whenListed(listPk, days.length);
      return listPk;
    };
    const whenListed = async (listPk: string, seen: number): Promise<readonly ListedRow[]> => {
      for (let tries = 0; ; tries++) {
        const { rows } = await table().queryList({ listPk, limit: 100 });
        if (rows.length === seen || tries === 50) return rows;
      }
    };
    const keysOf = async (query: ListQuery) => (await table().queryList(query)).rows.map(({ listSk }) => listSk);

    it('hold what they show of a row and nothing else', async () => {
      const listPk = await filled();
      const { rows } = await table().queryList({ listPk, limit: 1 });
      expect(rows).toEqual([{ pk: listPk.slice('LIST#'.length), sk: 'R0', listSk: days[0], listed: { n: 0 } }]);
    });

    it('are read by sort key in both directions, by prefix, and within bounds that are included', async () => {
      const listPk = await filled();
      const all = { listPk, limit: 100 };
      expect(await keysOf(all)).toEqual(days);
      expect(await keysOf({ ...all, newestFirst: true })).toEqual(days.toReversed());
      expect(await keysOf({ ...all, prefix: '2026-03-02' })).toEqual(days.slice(1, 3));
      expect(await keysOf({ ...all, prefix: '2027' })).toEqual([]);
      expect(await keysOf({ ...all, from: '2026-03-02#b', until: '2026-03-03#d' })).toEqual(days.slice(1, 4));
      expect(await keysOf({ ...all, prefix: '2026-03', from: '2026-03-02', until: '2026-05' })).toEqual(
        days.slice(1, 4),
      );
      expect(await keysOf({ ...all, from: '2026-05', until: '2026-01' })).toEqual([]);
      expect(await keysOf({ ...all, prefix: '2026-03', from: '2026-04' })).toEqual([]);
    });

    it.each([false, true])('show every row once over their pages (newest first: %s)', async (newestFirst) => {
      const listPk = await filled();
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await table().queryList({ listPk, newestFirst, limit: 2, ...(cursor ? { cursor } : {}) });
        expect(page.rows.length).toBeLessThanOrEqual(2);
        seen.push(...page.rows.map(({ listSk }) => listSk));
        cursor = page.cursor;
      } while (cursor);
      expect(seen).toEqual(newestFirst ? days.toReversed() : days);
    });

    it('never lead to another list, or out of their bounds, by a cursor', async () => {
      const [mine, theirs] = [await filled(), await filled()];
      const { cursor = '' } = await table().queryList({ listPk: theirs, limit: 2 });
      const { rows } = await table().queryList({ listPk: mine, limit: 100, cursor });
      const partition = mine.slice('LIST#'.length);
      expect(rows.filter(({ pk }) => pk !== partition)).toEqual([]);
      expect(await keysOf({ listPk: mine, limit: 100, prefix: '2026-04', cursor })).toEqual(days.slice(4));
    });

    it.each(['!', 'AAAA', 'W10', Buffer.from('["2026-03-01#a","x"]').toString('base64url'), 'QQ=='])(
      'take the made-up cursor %s for none',
      async (cursor) => {
        const listPk = await filled();
        expect(await keysOf({ listPk, limit: 100, cursor })).toEqual(days);
      },
    );

    it('move a row that is placed elsewhere, and lose one that is placed no more', async () => {
      const pk = newPartition();
      const listPk = `LIST#${pk}`;
      const at = (listSk: string, rev: number) => ({ pk, sk: 'A', rev, listPk, listSk, listed: { rev } });
      await table().write([put(at('1', 1), 'absent')]);
      expect(await whenListed(listPk, 1)).toMatchObject([{ listSk: '1', listed: { rev: 1 } }]);
      await table().write([put(at('2', 2), 1)]);
      for (let tries = 0; tries < 50 && (await keysOf({ listPk, limit: 9 }))[0] !== '2'; tries++);
      expect(await whenListed(listPk, 1)).toMatchObject([{ listSk: '2', listed: { rev: 2 } }]);
      await table().write([put({ pk, sk: 'A', rev: 3 }, 2)]);
      expect(await whenListed(listPk, 0)).toEqual([]);
    });
  });
}
