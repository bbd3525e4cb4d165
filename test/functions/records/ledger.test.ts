import { beforeEach, describe, expect, it } from 'vitest';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { ledger } from '../../../functions/records/ledger.ts';
import { firstBroken } from '../../../shared/domain/ledger.ts';
import { LostRaceError } from '../../../shared/ports.ts';
import { shardOf, workIndex } from '../../../shared/table.ts';
import { createMemoryTable, type MemoryTable } from '../../simulation/ports/memory-table.ts';
import { simulatedIds } from '../../simulation/ports/simulated-system.ts';
import { randomFrom } from '../../simulation/random.ts';
import { rowOf } from '../../support/row-of.ts';

const now = '2026-03-09T04:30:00.000Z';
const digests = nodeDigests();
let table: MemoryTable;
let repository: ReturnType<typeof ledger>;
beforeEach(() => {
  table = createMemoryTable();
  repository = ledger({ table, digests, clock: { now: () => now }, ids: simulatedIds(randomFrom(1)) });
});

const claimed = { activityId: 'a', claims: [{ creditType: 'ama-pra-category-1', amount: 125 }] };
const append = async (learnerId: string) => table.write(await repository.append(learnerId, 'credit.claimed', claimed));

describe('the record of a learner’s ledger', () => {
  it('chains each event to the one before, from the first on, and knows where it ends', async () => {
    expect(await repository.head('ann')).toBeUndefined();
    await append('ann');
    await append('ann');
    await append('ben');
    const entries = await repository.of('ann');
    expect(entries).toMatchObject([
      { learnerId: 'ann', seq: 1, type: 'credit.claimed', at: now, data: claimed },
      { learnerId: 'ann', seq: 2 },
    ]);
    expect(firstBroken(digests.sha256, entries)).toBeUndefined();
    expect(await repository.head('ann')).toEqual({ learnerId: 'ann', seq: 2, hash: entries[1]?.hash });
    expect(await repository.entry('ann', 2)).toEqual(entries[1]);
    expect(new Set(table.rows().map(({ kind }) => kind))).toEqual(new Set(['ledgerEntry', 'ledgerHead']));
    expect(await repository.entry('ann', 3)).toBeUndefined();
  });

  it('chains no two events to the same one: who comes second decides again', async () => {
    const [first, second] = [
      await repository.append('ann', 'credit.claimed', claimed),
      await repository.append('ann', 'credit.claimed', claimed),
    ];
    await table.write(first);
    await expect(table.write(second)).rejects.toThrow(LostRaceError);
    await append('ann');
    await append('ann');
    expect(firstBroken(digests.sha256, await repository.of('ann'))).toBeUndefined();
  });

  it('dates an event by when it happened, where that is not now', async () => {
    await table.write(await repository.append('ann', 'credit.claimed', claimed, '2026-03-08T00:00:00.000Z'));
    expect((await repository.of('ann'))[0]?.at).toBe('2026-03-08T00:00:00.000Z');
  });

  it('holds an event as it can be read again, without what is absent', async () => {
    await table.write(await repository.append('ann', 'credit.claimed', { ...claimed, moc: undefined } as never));
    const [entry] = await repository.of('ann');
    expect(Object.keys(entry?.data ?? {}).sort()).toEqual(['activityId', 'claims']);
    expect(firstBroken(digests.sha256, await repository.of('ann'))).toBeUndefined();
  });
});

describe('where all ledgers end', () => {
  /** Learners of one shard, in the order of their ids. */
  const neighbours = Array.from({ length: 200 }, (_, i) => `learner-${String(i).padStart(3, '0')}`)
    .filter((id) => shardOf(id) === 0)
    .slice(0, 3);

  it('is read by shard, in pages, each link with whose it is by its key', async () => {
    for (const learnerId of neighbours) await append(learnerId);
    const all = await repository.heads({ shard: 0 });
    expect(all.heads.map(({ learnerId }) => learnerId)).toEqual(neighbours);
    expect(all.heads.map(({ head }) => head)).toMatchObject(neighbours.map((learnerId) => ({ learnerId, seq: 1 })));
    expect(all).not.toHaveProperty('cursor');
    expect((await repository.heads({ shard: workIndex.shards - 1 })).heads).toEqual([]);
    const first = await repository.heads({ shard: 0, limit: 2 });
    expect(first.heads).toHaveLength(2);
    expect((await repository.heads({ shard: 0, limit: 2, cursor: first.cursor })).heads).toEqual(all.heads.slice(2));
  });
});

describe('an entry of the audit trail', () => {
  it('says who did what and when, under its day and an id of its own', async () => {
    const about = { learnerId: 'ann', activityId: 'a', certificateId: 'c' };
    const write = repository.audit('workflow', 'credit.awarded', about);
    expect(write).toMatchObject({
      ...{ kind: 'put', expect: 'absent' },
      row: { kind: 'audit', data: { at: now, by: 'workflow', type: 'credit.awarded', data: about } },
    });
    const { pk, sk } = rowOf(write);
    expect(pk.endsWith('#2026-03-09')).toBe(true);
    expect(sk).toContain(now);
    await table.write([write, repository.audit('workflow', 'credit.awarded', about)]);
    expect(table.rows()).toHaveLength(2);
  });
});
