import { randomFrom } from '../../../simulation/random.ts';
import type { Finding } from '../../proof.ts';
import { countIn } from '../../tally.ts';
import { readTheActivity, type TheActivity } from '../../the-activity.ts';
import type { Ground } from './ground.ts';
import { judgeRecords } from './judge-records.ts';
import { memoryGround } from './memory-ground.ts';
import { AT_ONCE, type Raced, race } from './race.ts';
import { runningGround } from './running-ground.ts';

interface Course {
  readonly name: string;
  readonly seed: number;
  readonly attempts: number;
  /** So many learners race on one ground. */
  readonly learnersAGround: number;
  readonly open: (activity: TheActivity, seed: number) => Promise<Ground>;
}

const told = (number: number): string => number.toLocaleString('en-US');

/**
 * Has each learner submit one attempt by 64 tabs at once, half of them with other answers, and later claim by 64 tabs at
 * once, half of them another amount. Each attempt must have one result, and each learner one award and one certificate: those
 * of which everybody was told who was not refused. It ends with the first learner for whom that is not so.
 */
export async function proveCourse({ name, seed, attempts, learnersAGround, open }: Course): Promise<Finding> {
  const random = randomFrom(seed);
  const activity = await readTheActivity();
  const outcomes: Record<string, number> = {};
  const counts = { accepted: 0, refused: 0, lost: 0 };
  const failures: string[] = [];
  let tried = 0;
  for (let first = 0; first < attempts && failures.length === 0; first += learnersAGround) {
    const ground = await open(activity, random.below(2 ** 31));
    try {
      const raced: Raced[] = [];
      for (const begun of await ground.begin(Math.min(learnersAGround, attempts - first))) {
        tried += 2;
        const run = await race(ground, begun, activity, random.fork());
        raced.push(run);
        countIn(outcomes, `${AT_ONCE} submissions of an attempt at once: one result, ${run.status}`);
        countIn(outcomes, `${AT_ONCE} claims at once: one award, one certificate`);
        counts.accepted += run.submissions.accepted + run.claims.accepted;
        counts.refused += run.submissions.refused + run.claims.refused;
      }
      failures.push(...judgeRecords(await ground.rows(), raced));
      counts.lost += ground.lostWrites?.() ?? 0;
      if (!ground.lostWrites) counts.lost = Number.NaN;
    } catch (error) {
      failures.push(`the learner of races ${tried - 1} and ${tried}: ${error}`);
    } finally {
      await ground.close();
    }
  }
  return {
    ...{ name, tried, outcomes, failures },
    figures: {
      'requests in all races': told(tried * AT_ONCE),
      'of them told the one result, the one award, or to wait for it': told(counts.accepted),
      'of them refused, since other answers or another amount had been taken': told(counts.refused),
      ...(Number.isNaN(counts.lost) ? {} : { 'writes that another one was quicker than': told(counts.lost) }),
    },
  };
}

/** A service of memory goes through its secrets after each answer: a fresh one now and then keeps that short. */
const LEARNERS_IN_MEMORY = 20;

/** Races on the real handlers and steps, and a store of memory whose calls overtake each other by the seed. */
export const proveRace = ({ seed, attempts }: { seed: number; attempts: number }): Promise<Finding> =>
  proveCourse({
    ...{ name: 'race', seed, attempts, learnersAGround: LEARNERS_IN_MEMORY },
    open: (activity, own) => memoryGround(activity, randomFrom(own)),
  });

/** Races on the system as one command starts it, over HTTP: fewer, since each request takes its processors 20 ms. */
export const proveRunningRace = ({ seed, running }: { seed: number; running: number }): Promise<Finding> =>
  proveCourse({
    ...{ name: 'running-race', seed, attempts: running, learnersAGround: Number.POSITIVE_INFINITY },
    open: (activity) => runningGround(activity),
  });
