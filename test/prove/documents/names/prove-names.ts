import type { Finding } from '../../proof.ts';
import { cameTo } from '../../tally.ts';
import { inThreads } from '../../threads.ts';
import type { Verdict } from './judge-name.ts';

/**
 * Prints a whole certificate for each of `count` generated names and reads it back: it says the name to the letter, with a
 * glyph that draws something for each character, or the certificate is parked with a reason for staff. Nothing else.
 */
export async function proveNames(seed: number, count: number): Promise<Finding> {
  const shares = await inThreads<readonly Verdict[]>(new URL('./names-worker.ts', import.meta.url), { seed, count });
  const { tried, outcomes, failures } = cameTo(shares.flat());
  const sorted = Object.fromEntries(Object.entries(outcomes).toSorted(([, one], [, two]) => two - one));
  return { name: 'names', tried, outcomes: sorted, failures };
}
