import { beforeEach, describe, expect, it } from 'vitest';
import { credits } from '../../../functions/records/credits.ts';
import { required } from '../../../functions/records/require.ts';
import type { Award } from '../../../shared/domain/wallet.ts';
import { LostRaceError } from '../../../shared/ports.ts';
import { createMemoryTable, type MemoryTable } from '../../simulation/ports/memory-table.ts';
import { rowOf } from '../../support/row-of.ts';

let table: MemoryTable;
let repository: ReturnType<typeof credits>;
beforeEach(() => {
  table = createMemoryTable();
  repository = credits({ table });
});

const names = { name: 'Credit', plural: 'Credits', unit: 'credit' };
/** An award of an activity on a day of March 2026. */
const award = (activityId: string, day = '09', overrides: Partial<Award> = {}): Award => ({
  ...{ learnerId: 'ann', activityId, cycle: 1, certificateId: `of-${activityId}` },
  credits: [
    {
      ...{ creditType: 'ama-pra-category-1', amount: 125, basis: 'awarded', names, title: `About ${activityId}` },
      ...{ awardedAt: `2026-03-${day}T04:30:00.000Z`, awardedOn: `2026-03-${day}` },
      ...{ activityId, certificateId: `of-${activityId}` },
    },
  ],
  ...overrides,
});
const write = async (...awards: readonly Award[]) =>
  table.write(awards.map((one) => repository.awardOnce(one, 'Ann Ames')));

describe('the record of an award', () => {
  it('is found by learner, activity and cycle, and is nothing of another’s', async () => {
    await write(award('a'));
    expect(await repository.of('ann', 'a', 1)).toEqual(award('a'));
    expect(table.rows()).toMatchObject([{ kind: 'credit' }]);
    for (const [learnerId, activityId, cycle] of [
      ['ben', 'a', 1],
      ['ann', 'b', 1],
      ['ann', 'a', 2],
    ] as const)
      expect(await repository.of(learnerId, activityId, cycle)).toBeUndefined();
  });

  it('is written once: a second award of the same learner, activity and cycle is refused by the table', async () => {
    await write(award('a'));
    await expect(write(award('a'))).rejects.toThrow(LostRaceError);
    await expect(write(award('a', '10'))).rejects.toThrow(LostRaceError);
    await write(award('a', '09', { cycle: 2 }));
    expect(await repository.of('ann', 'a', 1)).toEqual(award('a'));
  });

  it('is said otherwise only in the place of what was read', async () => {
    await write(award('a'));
    const before = required(await repository.stored('ann', 'a'), 'The award');
    const revoked = award('a', '09', { standing: 'revoked' });
    await table.write([repository.put(revoked, before, 'Ann Ames')]);
    expect(await repository.of('ann', 'a', 1)).toEqual(revoked);
    await expect(table.write([repository.put(award('a'), before, 'Ann Ames')])).rejects.toThrow(LostRaceError);
  });
});

describe('the awards of a learner', () => {
  it('are all of theirs, each credit with how its award stands, and of one person those of every account', async () => {
    const revoked = award('b', '10', { standing: 'revoked' });
    await write(award('a'), revoked, award('c', '11', { learnerId: 'ben' }));
    expect(await repository.awards('ann')).toEqual([award('a'), revoked]);
    expect(await repository.list('ann')).toMatchObject([{ activityId: 'a' }, { activityId: 'b', standing: 'revoked' }]);
    expect((await repository.awardsOf(['ann', 'ben'])).map(({ activityId }) => activityId)).toEqual(['a', 'b', 'c']);
  });

  it('tell those that stand in no list, since there was none when they were written', async () => {
    const { listPk: _, listSk: __, listed: ___, ...bare } = rowOf(repository.awardOnce(award('a'), 'Ann Ames'));
    await table.write([{ kind: 'put', row: bare, expect: 'absent' }]);
    await write(award('b'));
    expect(await repository.unlisted('ann')).toEqual([{ value: award('a'), rev: 1 }]);
  });
});

describe('the list of every award', () => {
  const shown = async (ask: Partial<Parameters<typeof repository.page>[0]> = {}) =>
    (await repository.page({ limit: 10, ...ask })).awards.map(({ activityId }) => activityId);

  it('shows what the certificate certifies, under the name that it prints', async () => {
    const withoutNames = { ...award('b', '08').credits[0], names: undefined };
    await write(award('a', '09', { standing: 'suspended' }), award('b', '08', { credits: [withoutNames as never] }));
    const line = { creditType: 'ama-pra-category-1', amount: 125, basis: 'awarded' };
    expect((await repository.page({ limit: 10 })).awards).toEqual([
      {
        ...{ learnerId: 'ann', activityId: 'a', certificateId: 'of-a', name: 'Ann Ames', title: 'About a' },
        ...{ awardedAt: '2026-03-09T04:30:00.000Z', awardedOn: '2026-03-09', standing: 'suspended' },
        credits: [{ ...line, names }],
      },
      {
        ...{ learnerId: 'ann', activityId: 'b', certificateId: 'of-b', name: 'Ann Ames', title: 'About b' },
        ...{ awardedAt: '2026-03-08T04:30:00.000Z', awardedOn: '2026-03-08' },
        credits: [line],
      },
    ]);
  });

  it('leaves out an award of nothing', async () => {
    await write(award('a', '09', { credits: [] }));
    expect(await shown()).toEqual([]);
  });

  it('is the newest first, or the oldest, and of the days that are asked for, both included', async () => {
    await write(award('a', '08'), award('b', '09'), award('c', '10'));
    expect(await shown()).toEqual(['c', 'b', 'a']);
    expect(await shown({ oldestFirst: true })).toEqual(['a', 'b', 'c']);
    expect(await shown({ from: '2026-03-09' })).toEqual(['c', 'b']);
    expect(await shown({ until: '2026-03-09' })).toEqual(['b', 'a']);
    expect(await shown({ from: '2026-03-09', until: '2026-03-09T04:30:00.000Z' })).toEqual(['b']);
  });

  it('comes in pages, each of which says where the next begins', async () => {
    await write(award('a', '08'), award('b', '09'), award('c', '10'));
    const first = await repository.page({ limit: 2 });
    expect(first.awards.map(({ activityId }) => activityId)).toEqual(['c', 'b']);
    const last = await repository.page({ limit: 2, cursor: first.cursor });
    expect(last.awards.map(({ activityId }) => activityId)).toEqual(['a']);
    expect(last).not.toHaveProperty('cursor');
  });
});
