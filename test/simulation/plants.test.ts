import { beforeAll, describe, expect, it } from 'vitest';
import { plants } from './plants.ts';
import type { Stage } from './schedule.ts';
import { playSeed, setStage } from './stage.ts';

const mostSchedules = 1_000;

describe('the checks of the simulation find that', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  }, 60_000);

  it.each(Object.entries(plants))(
    '%s, within 1,000 schedules',
    async (_, { finds, ...planted }) => {
      let found: string | undefined;
      for (let seed = 1; seed <= mostSchedules && found === undefined; seed++) {
        const { breaches } = await playSeed(stage, seed, planted);
        const breach = breaches.find((said) => finds.test(said));
        if (breach) found = `seed ${seed}: ${breach}`;
      }
      expect(found, 'no schedule showed it').toBeDefined();
    },
    120_000,
  );
});
