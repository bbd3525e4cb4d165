import { beforeEach, describe, expect, it } from 'vitest';
import { nodeCiphers } from '../../../functions/adapters/ciphers.ts';
import { participations } from '../../../functions/records/participations.ts';
import { required } from '../../../functions/records/require.ts';
import { sealing } from '../../../functions/records/sealing.ts';
import type { Attempt } from '../../../shared/domain/attempt.ts';
import type { Participation, Stage } from '../../../shared/domain/participation.ts';
import { LostRaceError } from '../../../shared/ports.ts';
import { createMemoryTable, type MemoryTable } from '../../simulation/ports/memory-table.ts';
import { simulatedIds } from '../../simulation/ports/simulated-system.ts';
import { randomFrom } from '../../simulation/random.ts';
import { rowOf } from '../../support/row-of.ts';

const START = '2026-03-09T04:30:00.000Z';
/** 256 bits, as base64url. */
const KEY = 'A'.repeat(43);
const LATER = '2026-03-10T04:30:00.000Z';
let now = START;
let table: MemoryTable;
let repository: ReturnType<typeof participations>;
/** The key of each learner; whoever has none keeps what is theirs unsealed. */
let keys: Map<string, string>;
beforeEach(() => {
  now = START;
  keys = new Map();
  table = createMemoryTable();
  const ids = simulatedIds(randomFrom(1));
  const dataKeys = { of: async (learnerId: string) => keys.get(learnerId) } as never;
  repository = participations({
    table,
    sealing: sealing({ table, dataKeys, ciphers: nodeCiphers(), ids }),
    clock: { now: () => now },
  });
});

const course = (stage: Stage, overrides: Partial<Participation> = {}): Participation => ({
  ...{ learnerId: 'ann', activityId: 'a', cycle: 1, title: 'Hand Hygiene', startedAt: START },
  ...{ stage, attempts: { 'post-test': 2, verification: 1 } },
  ...overrides,
});
const attempt = (attemptId: string, overrides: Partial<Attempt> = {}): Attempt => ({
  ...{ attemptId, learnerId: 'ann', activityId: 'a', activityVersion: 1, cycle: 1, assessmentId: 'post-test' },
  ...{ number: 1, startedAt: START, status: 'in-progress', answers: { q1: ['a'] } },
  ...overrides,
});
const stored = async (activityId = 'a') => required(await repository.of('ann', activityId), 'The course');
const listed = async (ask: Partial<Parameters<typeof repository.page>[0]> = {}) =>
  (await repository.page({ activityId: 'a', limit: 10, ...ask })).completions;

describe('the record of a course', () => {
  it('is found by learner and activity, and a learner’s courses together', async () => {
    await table.write([
      repository.put(course('open')),
      repository.put(course('passed', { activityId: 'b' })),
      repository.put(course('passed', { learnerId: 'ben' })),
    ]);
    expect(await repository.of('ann', 'a')).toEqual({ value: course('open'), rev: 1 });
    expect(table.rows().map(({ kind }) => kind)).toEqual(['participation', 'participation', 'participation']);
    expect(await repository.of('ann', 'c')).toBeUndefined();
    expect((await repository.list('ann')).map(({ activityId }) => activityId)).toEqual(['a', 'b']);
  });

  it('moves on only from what was read', async () => {
    await table.write([repository.put(course('open'))]);
    const before = await stored();
    await table.write([repository.put(course('attempting'), before)]);
    await expect(table.write([repository.put(course('failed'), before)])).rejects.toThrow(LostRaceError);
    expect((await stored()).value.stage).toBe('attempting');
  });

  it('of one person with two accounts is the one that came further', async () => {
    await table.write([
      repository.put(course('passed')),
      repository.put(course('failed', { learnerId: 'ben' })),
      repository.put(course('open', { learnerId: 'ben', activityId: 'b' })),
    ]);
    for (const accounts of [
      ['ann', 'ben'],
      ['ben', 'ann'],
    ])
      expect((await repository.listOf(accounts)).map(({ learnerId, activityId }) => [activityId, learnerId])).toEqual(
        expect.arrayContaining([
          ['a', 'ann'],
          ['b', 'ben'],
        ]),
      );
    expect(await repository.listOf(['ann', 'ben'])).toHaveLength(2);
  });
});

describe('the list of who completed what', () => {
  it('shows whoever is at rest, with how far they came and since when, and keeps what it showed while they go on', async () => {
    await table.write([repository.put(course('open'))]);
    expect(await listed()).toEqual([]);
    await table.write([repository.put(course('failed', { score: 50 }), await stored())]);
    const failed = { learnerId: 'ann', stage: 'failed', startedAt: START, at: START, parked: false, attempts: 3 };
    expect(await listed()).toEqual([{ ...failed, score: 50 }]);
    now = LATER;
    await table.write([repository.put(course('attempting'), await stored())]);
    expect(await listed()).toEqual([{ ...failed, score: 50 }]);
    await table.write([repository.put(course('passed', { score: 75 }), await stored())]);
    expect(await listed()).toEqual([{ ...failed, stage: 'passed', score: 75, at: LATER }]);
  });

  it('is of one activity, last changed first, of the days that are asked for, in pages', async () => {
    for (const [learnerId, day] of [
      ['ann', '08'],
      ['ben', '09'],
      ['cem', '10'],
    ] as const) {
      now = `2026-03-${day}T04:30:00.000Z`;
      await table.write([repository.put(course('passed', { learnerId }))]);
    }
    await table.write([repository.put(course('passed', { activityId: 'b' }))]);
    const who = async (ask = {}) => (await listed(ask)).map(({ learnerId }) => learnerId);
    expect(await who()).toEqual(['cem', 'ben', 'ann']);
    expect(await who({ from: '2026-03-09' })).toEqual(['cem', 'ben']);
    expect(await who({ until: '2026-03-09' })).toEqual(['ben', 'ann']);
    const first = await repository.page({ activityId: 'a', limit: 2 });
    expect(await who({ cursor: first.cursor })).toEqual(['ann']);
    expect(await repository.page({ activityId: 'a', limit: 10 })).not.toHaveProperty('cursor');
  });

  it('takes in courses of before there was one, by when they changed last, and no other', async () => {
    const bare = async (participation: Participation) => {
      const { listPk: _, listSk: __, listed: ___, ...row } = rowOf(repository.put(participation));
      await table.write([{ kind: 'put', row, expect: 'absent' }]);
    };
    await bare(course('notified'));
    await bare(course('passed', { activityId: 'b' }));
    await bare(course('attempting', { activityId: 'c' }));
    await table.write([repository.put(course('passed', { activityId: 'd' }))]);
    now = LATER;
    const writes = await repository.unlisted('ann', (activityId) => (activityId === 'a' ? LATER : undefined));
    expect(writes.map((write) => rowOf(write).data)).toEqual([
      course('notified'),
      course('passed', { activityId: 'b' }),
    ]);
    expect(writes.map((write) => rowOf(write).kind)).toEqual(['participation', 'participation']);
    await table.write(writes);
    // The list does not follow the mail.
    expect(await listed()).toMatchObject([{ stage: 'issued', at: LATER }]);
    expect(await listed({ activityId: 'b' })).toMatchObject([{ stage: 'passed', at: START }]);
    expect(await listed({ activityId: 'c' })).toEqual([]);
    expect(await repository.unlisted('ann', () => undefined)).toEqual([]);
  });
});

describe('the record of an attempt', () => {
  it('is the learner’s, sealed where they have a key, and changed only from what was read', async () => {
    const graded = attempt('x', { grade: { status: 'passed', score: 100, passMark: 75, results: [] }, feedback: [] });
    keys.set('ann', KEY);
    await table.write([await repository.putAttempt(graded)]);
    const [row] = table.rows();
    for (const secret of ['answers', 'grade', 'feedback']) expect(row?.data).not.toHaveProperty(secret);
    expect(row?.kind).toBe('attempt');
    const before = required(await repository.attempt('ann', 'x'), 'The attempt');
    expect(before).toEqual({ value: graded, rev: 1 });
    await table.write([await repository.putAttempt(attempt('x'), before)]);
    await expect(table.write([await repository.putAttempt(graded, before)])).rejects.toThrow(LostRaceError);
    await table.write([await repository.putAttempt(attempt('y')), repository.put(course('open'))]);
    expect((await repository.attempts('ann')).map(({ value }) => value.attemptId)).toEqual(['x', 'y']);
    expect(await repository.attempt('ann', 'z')).toBeUndefined();
  });
});

describe('what is left of a learner who is erased', () => {
  it('of attempts is that they were, without answers, grade and feedback, sealed or not', async () => {
    const grade = { status: 'passed', score: 100, passMark: 75, results: [] } as const;
    await table.write([
      await repository.putAttempt(attempt('a')),
      await repository.putAttempt(attempt('b', { answers: {}, grade })),
      await repository.putAttempt(attempt('c', { answers: {}, feedback: [] })),
    ]);
    keys.set('ann', KEY);
    await table.write([await repository.putAttempt(attempt('d'))]);
    const blanks = await repository.blanks('ann');
    expect(blanks.map((write) => rowOf(write).data)).toEqual(
      ['a', 'b', 'c', 'd'].map((attemptId) => attempt(attemptId, { answers: {} })),
    );
    expect(blanks.map((write) => rowOf(write).kind)).toEqual(['attempt', 'attempt', 'attempt', 'attempt']);
    await table.write(blanks);
    // What is blank already is not written again.
    expect(await repository.blanks('ann')).toEqual([]);
  });

  it('of courses is what earned credit, and of the others that they were', async () => {
    await table.write([
      repository.put(course('awarded', { certificateId: 'certificate' })),
      repository.put(course('passed', { activityId: 'b', completedOn: '2026-03-09' })),
    ]);
    const blanks = await repository.blanks('ann');
    expect(blanks.map((write) => rowOf(write).data)).toEqual([
      course('open', { activityId: 'b', title: '', attempts: {} }),
    ]);
    expect(blanks.map((write) => rowOf(write).kind)).toEqual(['participation']);
    await table.write(blanks);
    expect(await listed({ activityId: 'b' })).toEqual([]);
    expect(await repository.blanks('ann')).toEqual([]);
  });
});
