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

async function enumerated(name: string, pairs: boolean): Promise<Finding> {
  const parts = await inThreads<PlayedPoints>(new URL('./crash-points-worker.ts', import.meta.url), { pairs });
  return {
    name,
    tried: parts.reduce((sum, { tried }) => sum + tried, 0),
    outcomes: summed(parts.map(({ outcomes }) => outcomes)),
    figures: { 'calls of ports in the journey without faults': String(parts[0]?.calls ?? 0) },
    failures: parts.flatMap(({ failures }) => failures),
  };
}

/**
 * A journey from signing in to the mail, with each kind of fault at every single call of a port: one result, one award, one
 * certificate and one mail are left. Nothing is drawn, so that no seed changes it.
 */
export const proveCrashPoints = (): Promise<Finding> => enumerated('crash-points', false);

/** The same with every pair of crashes, the second of them anywhere in what follows the first. */
export const proveCrashPairs = (): Promise<Finding> => enumerated('crash-pairs', true);
