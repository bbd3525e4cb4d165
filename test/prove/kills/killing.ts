import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../simulation/random.ts';
import { rowsAt } from './database.ts';
import type { DoomedSystem, Victim } from './doomed-system.ts';
import type { Gate } from './gate.ts';
import type { Journal } from './journal.ts';
import type { Pledges } from './pledges.ts';

export interface Asked {
  readonly seed: number;
  readonly minutes: number;
  /** How many learners are under way at once. */
  readonly learners: number;
  /** How long the system runs before it is killed, in milliseconds: at least, and at most. */
  readonly shortest: number;
  readonly longest: number;
}

/** A database that was killed alone is started again by its host, and answers within so long. */
const DATABASE_WITHIN_MS = 30_000;

/** Each doubling is as likely as the next, so that what has just started is met as often as what runs at full speed. */
const uptimeMs = ({ shortest, longest }: Asked, random: Random): number =>
  shortest * (longest / shortest) ** random.fraction();

interface Killing {
  readonly starts: number[];
  readonly kills: Map<string, number>;
  /** How long it ran between starts and kills, all together, in seconds. */
  readonly aliveSeconds: number;
}

/** Kills and starts again until the time is over, then once more; after each kill it is looked what is left. */
export async function killAndKill(
  system: DoomedSystem,
  given: {
    readonly asked: Asked;
    readonly random: Random;
    readonly gate: Gate;
    readonly lookBack: () => Promise<void>;
    readonly isOver: () => boolean;
    readonly mayDie: readonly Victim[];
  },
): Promise<Killing> {
  const { asked, random, gate, lookBack, isOver, mayDie } = given;
  const starts: number[] = [];
  const kills = new Map<string, number>();
  let aliveSeconds = 0;
  const kill = async (victim: Victim, when: string): Promise<void> => {
    gate.shut();
    await system.kill(victim);
    const what = `kills of ${victim}${when}`;
    kills.set(what, (kills.get(what) ?? 0) + 1);
  };
  const start = async (): Promise<void> => {
    const ready = await system.start();
    if (ready !== undefined) starts.push(ready);
  };
  const pickVictim = (): Victim => (random.chance(0.7) ? 'everything' : random.pick(mayDie));
  while (!isOver()) {
    const began = performance.now();
    await pause(uptimeMs(asked, random));
    aliveSeconds += (performance.now() - began) / 1_000;
    const victim = pickVictim();
    await kill(victim, '');
    if (victim !== 'database alone') {
      if (random.chance(0.08)) {
        // In the middle of a start as well.
        const starting = system.start();
        await pause(random.fraction() * 600);
        await kill('everything', ', during a start');
        await starting;
      }
      await start();
    }
    await lookBack();
    gate.open();
  }
  await kill('everything', '');
  await start();
  await lookBack();
  gate.open();
  return { starts, kills, aliveSeconds };
}

/** Holds what was acknowledged since the last look against the table, as soon as its database answers again. */
export async function lookBack(system: DoomedSystem, pledges: Pledges, journal: Journal): Promise<void> {
  for (const until = Date.now() + DATABASE_WITHIN_MS; ; ) {
    try {
      const endpoint = system.databaseEndpoint();
      const { looked, broken } = await pledges.lookBack((keys, learnerIds) => rowsAt(endpoint, keys, learnerIds));
      journal.count('rows that were looked at right after a kill', looked);
      for (const what of broken) journal.failures.push(`${what}: acknowledged, and not there after the next kill`);
      journal.count('of those, not as they were acknowledged', broken.length);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await pause(20);
    }
  }
}
