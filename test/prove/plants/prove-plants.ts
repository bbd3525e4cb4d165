import { type Plant, plants } from '../../simulation/plants/index.ts';
import type { Stage } from '../../simulation/schedule.ts';
import { playSeed, setStage } from '../../simulation/stage.ts';
import type { Finding } from '../proof.ts';

/** In which schedule a planted bug was found and by which words, or nothing when none of so many showed it. */
export async function findPlant(
  stage: Stage,
  { finds, ...planted }: Plant,
  { seed, schedules }: { readonly seed: number; readonly schedules: number },
): Promise<{ readonly schedule: number; readonly words: string } | undefined> {
  for (let schedule = 1; schedule <= schedules; schedule++) {
    const { breaches } = await playSeed(stage, seed + schedule - 1, planted);
    const words = breaches.find((said) => finds.test(said));
    if (words !== undefined) return { schedule, words };
  }
  return undefined;
}

/** Plants one bug after another and plays schedules until a check says what is wrong. */
export async function provePlants(seed: number, schedules: number): Promise<Finding> {
  const stage = await setStage();
  const found: number[] = [];
  const failures: string[] = [];
  for (const [name, plant] of Object.entries(plants)) {
    const where = await findPlant(stage, plant, { seed, schedules });
    if (where) {
      found.push(where.schedule);
      console.log(`${String(where.schedule).padStart(6)}  ${name}: ${where.words}`);
    } else failures.push(`${name}: in none of ${schedules} schedules from seed ${seed}`);
  }
  const within = (most: number): number => found.filter((schedule) => schedule <= most).length;
  return {
    name: 'plants',
    tried: Object.keys(plants).length,
    outcomes: {
      'found in the first schedule': within(1),
      'found in schedules 2 to 10': within(10) - within(1),
      'found in schedules 11 to 100': within(100) - within(10),
      [`found in schedules 101 to ${schedules}`]: within(schedules) - within(100),
    },
    figures: { 'schedules that the best hidden bug took': String(Math.max(0, ...found)) },
    failures,
  };
}
