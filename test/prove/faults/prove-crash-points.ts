import type { Finding } from '../proof.ts';
import { summed } from '../tally.ts';
import { inThreads } from '../threads.ts';
import type { Journey } from './crash-points.ts';

/** What a thread came to. */
export interface PlayedPoints {
  readonly tried: number;
  /** Calls of ports in the journey without faults. */
  readonly calls: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failures: readonly string[];
}

/** What threads are asked to play. */
export interface AskedPoints {
  readonly journey: Journey;
  /** Of how many pairs one is tried; 0 for single faults. */
  readonly pairsIn: number;
  /** Each call meets one kind of fault, in turn, and not every kind. */
  readonly oneEach: boolean;
}

async function enumerated(name: string, asked: Partial<AskedPoints> = {}): Promise<Finding> {
  const { journey = 'calm', pairsIn = 0, oneEach = false } = asked;
  const url = new URL('./crash-points-worker.ts', import.meta.url);
  const parts = await inThreads<PlayedPoints>(url, { journey, pairsIn, oneEach });
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
 * The same in a journey of which an attempt is failed, and whose certificate staff correct and then revoke, while another system is
 * told of all of it. @param oneEach each call meets one kind of fault alone
 */
export const proveChangedPoints = (oneEach = false): Promise<Finding> =>
  enumerated('crash-points-of-changes', { journey: 'changed', oneEach });

/**
 * The same in a journey whose certificate cannot be printed: the work is parked, the learner mends the name, and staff take the
 * work up again. @param oneEach each call meets one kind of fault alone
 */
export const proveParkedPoints = (oneEach = false): Promise<Finding> =>
  enumerated('crash-points-of-parked-work', { journey: 'parked', oneEach });

/**
 * The same where no document can be kept for days, so that the work is tried again and again until it is parked, and staff take it
 * up again when that is over. @param oneEach each call meets one kind of fault alone
 */
export const proveExhaustedPoints = (oneEach = false): Promise<Finding> =>
  enumerated('crash-points-of-exhausted-work', { journey: 'exhausted', oneEach });

/**
 * The same in a journey whose holder turns the verification page off and has the account erased: nothing of them is left but what
 * must be. @param oneEach each call meets one kind of fault alone
 */
export const proveErasedPoints = (oneEach = false): Promise<Finding> =>
  enumerated('crash-points-of-erasure', { journey: 'erased', oneEach });

/**
 * The calm journey with pairs of crashes, the second of them anywhere in what follows the first.
 * @param pairsIn of how many pairs one is tried; every pair takes minutes
 */
export const proveCrashPairs = (pairsIn = 1): Promise<Finding> => enumerated('crash-pairs', { pairsIn });
