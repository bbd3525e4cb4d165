import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Finding } from '../../proof.ts';
import type { Verdict } from './judge-name.ts';
import type { Share } from './names-worker.ts';

const judged = (share: Share): Promise<readonly Verdict[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./names-worker.ts', import.meta.url), { workerData: share });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`A thread ended with ${code} before it told what it found`)));
  });

/**
 * Prints a whole certificate for each of `count` generated names and reads it back: it says the name to the letter, with a
 * glyph that draws something for each character, or the certificate is parked with a reason for staff. Nothing else.
 */
export async function proveNames(seed: number, count: number): Promise<Finding> {
  const threads = Math.min(availableParallelism(), count);
  const shares = [...Array(threads).keys()].map((thread) => judged({ seed, count, thread, threads }));
  const verdicts = (await Promise.all(shares)).flat();
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  for (const verdict of verdicts)
    if ('failure' in verdict) failures.push(verdict.failure);
    else outcomes[verdict.outcome] = (outcomes[verdict.outcome] ?? 0) + 1;
  const sorted = Object.fromEntries(Object.entries(outcomes).toSorted(([, one], [, two]) => two - one));
  return { name: 'names', tried: verdicts.length, outcomes: sorted, failures };
}
