import { beforeAll, describe, expect, it } from 'vitest';
import { placesOf } from '../../../shared/domain/directory.ts';
import type { ListedAward } from '../../../shared/domain/wallet.ts';
import type { ListedRow, Table, Value, Write } from '../../../shared/ports.ts';
import { createService, type Service } from '../../support/service.ts';
import { createStaff } from '../../support/staff.ts';

const LEARNERS = 100_000;
const CREDITS = 1_000_000;

const learnerIdOf = (n: number): string => `l${String(n).padStart(25, '0')}`;
const families = ['Abara', 'Lindqvist', 'Nguyễn', 'Okonkwo', 'Santos', 'Zając', '王'];

/** The directory of 100,000, each a row that a sign-in would have written. */
function directoryRows(): readonly Write[] {
  return Array.from({ length: LEARNERS }, (_, n): readonly Write[] => {
    const learnerId = learnerIdOf(n);
    const email = `person-${n}@example.org`;
    const profile = {
      givenName: `Given${n % 977}`,
      familyName: families[n % families.length] ?? '',
      profession: 'nurse' as const,
    };
    const person = { learnerId, email, createdAt: '2026-01-01T00:00:00.000Z', profile };
    return placesOf(person).map(({ by, text }) => ({
      kind: 'put',
      row: {
        pk: `DIRECTORY#${by}`,
        sk: `${text}#${learnerId}`,
        rev: 1,
        kind: 'directoryEntry',
        data: person as unknown as Value,
      },
      expect: 'absent',
    }));
  }).flat();
}

/**
 * A list of a million awards, a thousand a day. A row is made when it is read, so that the test holds none of them; what is
 * read is found by its place alone, as an index finds it.
 */
const listSkOf = (n: number): string => {
  const at = new Date(Date.UTC(2024, 0, 1) + n * 86_400).toISOString();
  return `${at}#${learnerIdOf(n % LEARNERS)}#course-${n % 40}#1`;
};
const awardAt = (n: number): ListedRow => {
  const listSk = listSkOf(n);
  const awardedAt = listSk.slice(0, 24);
  const shown: ListedAward = {
    ...{ learnerId: learnerIdOf(n % LEARNERS), activityId: `course-${n % 40}`, certificateId: `c${n}` },
    ...{ name: `Given${n} Family`, title: `Course ${n % 40}`, awardedAt, awardedOn: awardedAt.slice(0, 10) },
    credits: [{ creditType: 'ama-pra-category-1', amount: 100, basis: 'awarded' }],
  };
  return { pk: `CREDIT#${shown.learnerId}`, sk: `${shown.activityId}#${n}`, listSk, listed: shown as unknown as Value };
};

/** The first of 0 … n - 1 of which something is true, as it is of all that follow. */
function firstOf(n: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

let service: Service;
let reads: string[];
let staff: Awaited<ReturnType<typeof createStaff>>;
beforeAll(async () => {
  service = createService();
  staff = await createStaff(service, 'auditor');
  const rows = directoryRows();
  for (let from = 0; from < rows.length; from += 100) await service.table.write(rows.slice(from, from + 100));
  const { queryList } = service.table;
  const counted: Partial<Table> = {
    get: service.table.get,
    query: service.table.query,
    queryList: async (query) => {
      if (query.listPk !== 'CREDITS') return queryList(query);
      const { limit, cursor, from = '', until = '\u{10ffff}' } = query;
      const before = cursor
        ? Number(Buffer.from(cursor, 'base64url').toString())
        : firstOf(CREDITS, (n) => listSkOf(n) > until);
      const found = Array.from({ length: Math.min(limit, before) }, (_, n) => awardAt(before - 1 - n)).filter(
        ({ listSk }) => listSk >= from,
      );
      const last = before - found.length;
      return {
        rows: found,
        ...(found.length === limit && last > 0 && { cursor: Buffer.from(String(last)).toString('base64url') }),
      };
    },
  };
  for (const [name, read] of Object.entries(counted) as ['get' | 'query' | 'queryList', never][])
    Object.assign(service.table, {
      [name]: (asked: { pk?: string; listPk?: string }) => {
        reads.push(`${name} ${asked.pk ?? asked.listPk}`);
        return (read as (asked: unknown) => unknown)(asked);
      },
    });
}, 120_000);

/** What a request reads beside who asks. */
async function readsOf<Body>(ask: () => Promise<{ readonly body: Body }>): Promise<readonly [Body, readonly string[]]> {
  reads = [];
  const { body } = await ask();
  return [body, reads.filter((read) => !/ STAFF/.test(read))];
}

describe('lists of 100,000 learners and 1,000,000 credits', () => {
  it.each(['name', 'given', 'email'] as const)(
    'open by %s in one read, and each further page in one',
    async (order) => {
      const seen = new Set<string>();
      let cursor: string | undefined;
      for (let page = 0; page < 20; page++) {
        const [body, read] = await readsOf(() =>
          staff.ask('listLearners', { body: { order, ...(cursor && { cursor }) } }),
        );
        expect(read).toEqual([`query DIRECTORY#${order}`]);
        expect(body.learners).toHaveLength(50);
        for (const { learnerId } of body.learners) seen.add(learnerId);
        cursor = body.next;
      }
      expect(seen.size).toBe(1_000);
    },
  );

  it('are searched with one read for each order, whoever is looked for', async () => {
    const [body, read] = await readsOf(() => staff.ask('listLearners', { body: { search: 'nguyen given12' } }));
    expect(read.toSorted()).toEqual(['query DIRECTORY#email', 'query DIRECTORY#given', 'query DIRECTORY#name']);
    expect(body.learners[0]).toMatchObject({ familyName: 'Nguyễn' });
    const [, byAddress] = await readsOf(() => staff.ask('listLearners', { body: { search: 'person-99999@' } }));
    expect(byAddress.filter((each) => each.startsWith('query'))).toEqual(['query DIRECTORY#email']);
  });

  it('open at the newest credit in one read, go on in one, and begin at any day in two: somewhere it ends half a day later', async () => {
    const [first, read] = await readsOf(() => staff.ask('listCredits'));
    expect(read).toEqual(['queryList CREDITS']);
    expect(first.credits).toHaveLength(50);
    expect(first.credits[0]?.certificateId).toBe(`c${CREDITS - 1}`);
    const [second, again] = await readsOf(() => staff.ask('listCredits', { query: { cursor: first.next ?? '' } }));
    expect(again).toEqual(['queryList CREDITS']);
    expect(second.credits[0]?.certificateId).toBe(`c${CREDITS - 51}`);
    const [old, twice] = await readsOf(() => staff.ask('listCredits', { query: { until: '2024-01-02' } }));
    expect(twice).toEqual(['queryList CREDITS', 'queryList CREDITS']);
    expect(old.credits[0]?.awardedOn).toBe('2024-01-02');
  });

  it('answer a filter that the list is not sorted by within four reads, and say where to go on', async () => {
    const [body, read] = await readsOf(() => staff.ask('listCredits', { query: { activityId: 'none' } }));
    expect(body.credits).toEqual([]);
    expect(body.next).toBeDefined();
    expect(read).toHaveLength(4);
  });

  it('are handed out 10,000 rows a file, each of which says where the next goes on', async () => {
    const file = await staff.ask('exportCredits', { query: { format: 'csv' } });
    expect(file.text.trimEnd().split('\r\n')).toHaveLength(10_001);
    expect(file.headers.link).toMatch(/^<\/api\/admin\/credits\/file\?format=csv&cursor=.+>; rel="next"$/);
    const people = await staff.ask('exportLearners', { body: {} });
    const more = await staff.ask('exportLearners', { body: { cursor: people.headers['next-cursor'] ?? '' } });
    expect([people, more].map(({ headers }) => headers['x-rows'])).toEqual(['10000', '10000']);
    const learners = [people, more].flatMap(({ text }) => text.trimEnd().split('\r\n').slice(1));
    expect(new Set(learners).size).toBe(20_000);
  });
});
