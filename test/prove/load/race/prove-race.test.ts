import { describe, expect, it } from 'vitest';
import type { Table } from '../../../../shared/ports.ts';
import { randomFrom } from '../../../simulation/random.ts';
import { memoryGround } from './memory-ground.ts';
import { proveCourse, proveRace } from './prove-race.ts';
import { AT_ONCE, judgeAnswers, type Sided } from './race.ts';

describe('a race of 64 tabs', () => {
  it('ends in one result, one award and one certificate, whoever overtakes whom', async () => {
    const { tried, outcomes, failures, figures = {} } = await proveRace({ seed: 4, attempts: 6 });
    expect(failures).toEqual([]);
    expect(tried).toBe(12);
    expect(Object.keys(outcomes)).toHaveLength(3);
    // Or else they came one after another, and nothing was tried.
    expect(Number(figures['writes that another one was quicker than'])).toBeGreaterThan(12);
  });

  it('finds out a table that looks at no expectation, at the first of its learners', async () => {
    const careless = (table: Table): Table => ({
      ...table,
      write: async (writes) => {
        for (const write of writes)
          if (write.kind === 'put') {
            const rev = (await table.get(write.row))?.rev ?? 0;
            await table.write([{ ...write, row: { ...write.row, rev: rev + 1 }, expect: rev === 0 ? 'absent' : rev }]);
          }
      },
    });
    const { tried, failures } = await proveCourse({
      ...{ name: 'race', seed: 4, attempts: 40, learnersAGround: 1 },
      open: (activity, seed) => memoryGround(activity, randomFrom(seed), careless),
    });
    expect(failures.length).toBeGreaterThan(0);
    expect(tried).toBe(2);
  });
});

describe('the answers to a race', () => {
  const taken = { side: 1, status: 200, body: { status: 'passed' } } as const;
  const late = { side: 0, status: 409, body: { reasons: [{ code: 'already-submitted' }] } } as const;
  const judged = (...answers: readonly Sided[]) => judgeAnswers(answers, 'already-submitted');

  it('are right where one of two was taken, and the other refused', () => {
    const half = AT_ONCE / 2;
    expect(judged(...Array(half).fill(late), ...Array(half).fill(taken))).toEqual({
      ...{ taken: 1, accepted: half, refused: half },
    });
  });

  it.each([
    ['none is taken', [late], 'none was accepted'],
    ['both are taken', [taken, { ...taken, side: 0 }], 'two that differ were both accepted'],
    ['one breaks', [taken, { ...taken, status: 500 }], 'one that was taken got 500'],
    ['one is refused for something else', [taken, { ...late, body: {} }], 'one that came too late got 409'],
    ['one gets no answer', [taken, { ...late, status: 0, body: {} }], 'one that came too late got 0'],
  ] as const)('are wrong where %s', (_, answers, why) => {
    expect(() => judged(...answers)).toThrow(why);
  });
});
