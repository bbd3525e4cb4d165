import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAsked } from '../support/asked-numbers.ts';
import type { Finding } from './proof.ts';
import { tryProofs } from './prove.ts';

const takes = {
  command: 'prove:faults',
  numbers: { schedules: 10_000 },
  flags: ['record'],
  parts: ['schedules', 'pairs'],
} as const;
const read = (...args: string[]) => readAsked(takes, args);

describe('what a proof or a benchmark is asked for', () => {
  it('is its usual numbers and all of its parts, where nothing is said', () => {
    expect(read()).toEqual({ asked: { seed: 1, schedules: 10_000 }, given: { record: false }, parts: takes.parts });
    expect(read('pairs', '--seed', '7', '--record')).toMatchObject({
      ...{ asked: { seed: 7 }, given: { record: true }, parts: ['pairs'] },
    });
  });

  it.each([
    [['--sede', '3'], "Unknown option '--sede'."],
    [['--seed', 'x'], '--seed is a number of at least 0.'],
    [['--seed', ''], '--seed is a number of at least 0.'],
    [['--seed', '1.5'], '--seed is a whole number.'],
    [['--schedules=-1'], '--schedules is a number of at least 0.'],
    [['kills'], 'prove:faults has no part “kills”.'],
  ])('is refused in one sentence, with how it is asked for, where it cannot be understood: %j', (args, why) => {
    expect(read(...args)).toBe(
      `${why} It is asked for as: npm run prove:faults -- [schedules pairs] --seed 1 --schedules 10000 [--record]`,
    );
  });
});

describe('what a proof ends with', () => {
  const asked = { seed: 1 };
  const found = (finding: Partial<Finding>) =>
    tryProofs(
      'faults',
      { schedules: async () => ({ name: 'schedules', tried: 3, outcomes: {}, failures: [], ...finding }) },
      { asked, parts: ['schedules'], keep: false },
    );
  beforeEach(() => void vi.spyOn(console, 'log').mockReturnValue());
  afterEach(() => void vi.restoreAllMocks());

  it('is 0 where every claim held, and 1 where one was refuted', async () => {
    expect(await found({})).toBe(0);
    expect(await found({ failures: ['seed 9: an award is lost'] })).toBe(1);
    // Also one that is found before the first case, as when a system does not start.
    expect(await found({ tried: 0, failures: ['it does not start'] })).toBe(1);
  });

  it('comes with what explains the failures', async () => {
    await found({ failures: ['an award is lost'], explained: ['Works:', '1 × pending'] });
    expect(vi.mocked(console.log).mock.lastCall).toEqual(['1 × pending']);
  });

  it('is that of what was skipped where no case was tried: none refuted is nothing proved', async () => {
    expect(await found({ tried: 0 })).toBe(77);
    expect(await found({ untried: 'There is no browser here.' })).toBe(77);
  });
});
