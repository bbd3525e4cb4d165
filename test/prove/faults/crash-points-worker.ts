import '../../simulation/compiled-schemas.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { setStage } from '../../simulation/stage.ts';
import type { Fate } from '../../simulation/weather.ts';
import { countIn } from '../tally.ts';
import type { Share } from '../threads.ts';
import { type Fates, playFates } from './crash-points.ts';
import type { AskedPoints, PlayedPoints } from './prove-crash-points.ts';

const all: readonly Fate[] = ['crash-before', 'crash-after', 'lose-reply', 'throttle'];
const crashes: readonly Fate[] = ['crash-before', 'crash-after'];

/**
 * A thread plays its share of the faults at every call; or of the second crashes after each first one, at one in `pairsIn` of the
 * calls that follow it, where that is not 0.
 */
async function playShare({ journey, pairsIn, oneEach, thread, threads }: Share & AskedPoints): Promise<PlayedPoints> {
  const stage = await setStage();
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  let tried = 0;
  let pairs = 0;
  async function tryOut(outcome: string, fates: Fates): Promise<number> {
    const { calls, failure } = await playFates(stage, fates, { journey });
    tried++;
    if (failure === undefined) countIn(outcomes, outcome);
    else failures.push(failure);
    return calls;
  }
  const { calls, failure } = await playFates(stage, new Map(), { journey });
  if (failure !== undefined) return { tried: 1, calls, outcomes, failures: [`without any fault: ${failure}`] };
  for (let first = 1 + thread; first <= calls && failures.length === 0; first += threads)
    for (const fate of pairsIn > 0 ? crashes : oneEach ? all.slice(first % all.length).slice(0, 1) : all) {
      if (pairsIn === 0) {
        await tryOut(fate, new Map([[first, fate]]));
        continue;
      }
      // What follows a crash is another journey than the calm one, and longer.
      const { calls: lastCall } = await playFates(stage, new Map([[first, fate]]), { journey });
      for (let second = first + 1; second <= lastCall && failures.length === 0; second++)
        for (const next of pairs++ % pairsIn === 0 ? crashes : [])
          await tryOut(
            `${fate}, then ${next}`,
            new Map<number, Fate>([
              [first, fate],
              [second, next],
            ]),
          );
    }
  return { tried, calls, outcomes, failures };
}

parentPort?.postMessage(await playShare(workerData));
