import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../simulation/random.ts';
import { chanceOfDifference } from './medians.ts';
import { proveEmployer } from './prove-employer.ts';
import { proveEnumeration } from './prove-enumeration.ts';
import { proveGuessing } from './prove-guessing.ts';
import { proveReplays } from './prove-replays.ts';
import { proveScanners } from './prove-scanners.ts';
import { proveSessions } from './prove-sessions.ts';

describe('the proofs of signing in', () => {
  it.each([
    ['nobody guesses a code', () => proveGuessing(20_261_126, 20_000)],
    ['robots that read mail first take nothing from its person', () => proveScanners(1)],
    ['each sign-in and each passkey gives a new session', () => proveSessions(2)],
    ['what was good once is good no more', () => proveReplays(1)],
    ['only what the employer answered to this browser counts', () => proveEmployer(1)],
  ])('find that %s', async (_, proof) => {
    const { tried, failures } = await proof();
    expect(failures).toEqual([]);
    expect(tried).toBeGreaterThan(10);
  });

  it('find that known and unknown addresses get the same answer for the same work', async () => {
    // The time that it takes is compared by the command, on a machine that does nothing else.
    const { failures } = await proveEnumeration(20_261_126, 8);
    expect(failures.filter((failure) => !failure.startsWith('comparisons of medians'))).toEqual([]);
  });

  it('tell a difference of medians from noise', () => {
    const random = randomFrom(5);
    const noise = (offset: number) => Array.from({ length: 400 }, () => offset + random.fraction());
    expect(chanceOfDifference(noise(0), noise(0), random, 200)).toBeGreaterThan(0.01);
    expect(chanceOfDifference(noise(0), noise(0.3), random, 200)).toBeLessThan(0.01);
  });
});
