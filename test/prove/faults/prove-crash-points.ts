import type { Finding } from '../proof.ts';
import { summed } from '../tally.ts';
import { inThreads } from '../threads.ts';

/** What a thread came to. */
export interface PlayedPoints {
  readonly tried: number;
  /** Calls of ports in the journey without faults. */
  readonly calls: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** @param pairsIn of how many pairs one is tried; 0 for single faults. */
async function enumerated(name: string, pairsIn = 0): Promise<Finding> {
  const parts = await inThreads<PlayedPoints>(new URL('./crash-points-worker.ts', import.meta.url), { pairsIn });
  return {
    name,
    tried: parts.reduce((sum, { tried }) => sum + tried, 0),
    outcomes: summed(parts.map(({ outcomes }) => outcomes)),
    figures: {
      'calls of ports in the journey without faults': String(parts[0]?.calls ?? 0),
      ...(pairsIn > 1 && { 'pairs of which one was tried': String(pairsIn) }),
    },
    failures: parts.flatMap(({ failures }) => failures),
  };
}

/**
 * A journey from signing in to the mail, with each kind of fault at every single call of a port: one result, one award, one
 * certificate and one mail are left. Nothing is drawn, so that no seed changes it.
 */
export const proveCrashPoints = (): Promise<Finding> => enumerated('crash-points');

/**
 * The same with pairs of crashes, the second of them anywhere in what follows the first.
 * @param pairsIn of how many pairs one is tried; every pair takes minutes
 */
export const proveCrashPairs = (pairsIn = 1): Promise<Finding> => enumerated('crash-pairs', pairsIn);
