import { beforeAll, describe, expect, it } from 'vitest';
import { type Plant, plants } from '../../simulation/plants/index.ts';
import type { Stage } from '../../simulation/schedule.ts';
import { setStage } from '../../simulation/stage.ts';
import { findPlant } from './prove-plants.ts';

/** One of each theme that hardly any schedule hides; `npm run prove:plants` looks for all of them. */
const plain = [
  'no condition is looked at',
  'evaluations are kept beside the transaction',
  'who may not begin is told of another reason',
  'an award is not audited',
  'a link is chained to the beginning',
  'line ends are changed when a document is kept',
  'a sent mail is never marked as sent',
  'an event is not told in the transaction of what it tells of',
  'an evaluation is kept with its learner',
];

describe('the checks of the simulation find that', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  }, 60_000);

  it.each(plain)(
    '%s, within twenty-five schedules',
    async (name) => {
      const found = await findPlant(stage, plants[name] as Plant, { seed: 1, schedules: 25 });
      expect(found, 'no schedule showed it').toBeDefined();
    },
    60_000,
  );
});

describe('the planted bugs', () => {
  it('are at least forty', () => {
    expect(Object.keys(plants).length).toBeGreaterThanOrEqual(40);
  });
});
