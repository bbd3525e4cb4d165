import { beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import { drawSchedule, scriptOf } from './draw.ts';
import type { Plan } from './people/learner.ts';
import { play, type Stage } from './schedule.ts';
import { setStage } from './stage.ts';
import { type Climate, calmed, faultNames } from './weather.ts';

const seed = 5;
/** A physician without hurry. */
const plan: Plan = {
  ...{ givenName: 'Amélie', profession: 'physician', activityIds: ['sample'] },
  ...{ signsIn: false, hurry: 0, skill: 1, awayMs: 3 * SECOND, away: 0, actions: 60 },
};

describe('what lasts by its own clock does so whatever learners do:', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage();
  }, 60_000);
  const played = (spell: Partial<Climate>) => {
    const drawn = drawSchedule(seed);
    const fair = calmed.reduce((climate, calm) => calm(climate), drawn.climate);
    return play(stage, scriptOf(seed, { ...drawn, plans: [plan], staff: {}, climate: { ...fair, ...spell } }));
  };

  it('a mail service that is down for five days refuses mail for five days, and takes it then', async () => {
    const { breaches, faults, spells, virtualDays } = await played({ mailOutage: { fromMs: 0, untilMs: 5 * DAY } });
    expect(breaches).toEqual([]);
    expect(virtualDays).toBeGreaterThan(5);
    expect(faults[faultNames['mail-refused']]).toBeGreaterThan(10);
    expect(spells['mails that it refused then, and took when it was back']).toBe(1);
  });

  it('three calls in ten are throttled for ten minutes, and every journey ends all the same', async () => {
    const { breaches, faults, endings } = await played({ throttleStorm: { fromMs: 0, untilMs: 10 * MINUTE } });
    expect(breaches).toEqual([]);
    expect(endings).toEqual(['notified']);
    expect(faults[faultNames.throttle]).toBeGreaterThan(20);
  });
});
