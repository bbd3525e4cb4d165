import type { Finding } from '../../proof.ts';
import { addTo, inThreads } from '../../threads.ts';
import type { Verdict } from './judge-name.ts';

/**
 * Prints a whole certificate for each of `count` generated names and reads it back: it says the name to the letter, with a
 * glyph that draws something for each character, or the certificate is parked with a reason for staff. Nothing else.
 */
export async function proveNames(seed: number, count: number): Promise<Finding> {
  const shares = await inThreads<readonly Verdict[]>(new URL('./names-worker.ts', import.meta.url), { seed, count });
  const verdicts = shares.flat();
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  for (const verdict of verdicts)
    if ('failure' in verdict) failures.push(verdict.failure);
    else addTo(outcomes, { [verdict.outcome]: 1 });
  const sorted = Object.fromEntries(Object.entries(outcomes).toSorted(([, one], [, two]) => two - one));
  return { name: 'names', tried: verdicts.length, outcomes: sorted, failures };
}
