import { beforeAll, describe, expect, it } from 'vitest';
import { MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import type { Plan } from './learner.ts';
import { play, type Report, type Script, type Stage } from './schedule.ts';
import { failureOf, setStage } from './stage.ts';
import { type Fate, scriptedWeather } from './weather.ts';

/** One physician who does everything once, without hurry and without a break. */
const plan: Plan = {
  ...{ givenName: 'Amélie', profession: 'physician', activityIds: ['sample'] },
  ...{ signsIn: true, hurry: 0, skill: 1, awayMs: 3 * SECOND, away: 0, actions: 60 },
};
const scriptWith = (fates: ReadonlyMap<number, Fate>): Script & { readonly weather: { calls(): number } } => ({
  seed: 7,
  weather: scriptedWeather(fates),
  plans: [plan],
  sweepEveryMs: MINUTE,
});

describe('at every call of a port in a journey', () => {
  let stage: Stage;
  let calls = 0;
  beforeAll(async () => {
    stage = await setStage();
    const calm = scriptWith(new Map());
    const { breaches, endings } = await play(stage, calm);
    calls = calm.weather.calls();
    expect({ breaches, endings }).toEqual({ breaches: [], endings: ['notified'] });
  }, 60_000);

  const expectSound = async (fates: ReadonlyMap<number, Fate>): Promise<void> => {
    const report: Report = await play(stage, scriptWith(fates));
    const met = [...fates].map(([call, fate]) => `${fate} at call ${call}`).join(', ');
    if (report.breaches.length > 0) expect.fail(`${met}\n${failureOf(report)}`);
    expect(report.awards, met).toBe(1);
  };

  it.each<Fate>(['crash-before', 'crash-after', 'lose-reply', 'throttle'])(
    '%s leaves one result, one award, one certificate and one mail',
    async (fate) => {
      expect(calls).toBeGreaterThan(80);
      for (let call = 1; call <= calls; call++) await expectSound(new Map([[call, fate]]));
    },
    300_000,
  );

  it('two crashes in a row do so too', async () => {
    for (let call = 1; call < calls; call++)
      await expectSound(
        new Map<number, Fate>([
          [call, 'crash-after'],
          [call + 1, 'crash-before'],
        ]),
      );
  }, 300_000);
});
