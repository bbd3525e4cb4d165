import { MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import type { Plan } from '../../simulation/learner.ts';
import { play, type Script, type Stage } from '../../simulation/schedule.ts';
import { failureOf } from '../../simulation/stage.ts';
import { type Fate, scriptedWeather } from '../../simulation/weather.ts';

/** One physician who does everything once, without hurry and without a break. */
const plan: Plan = {
  ...{ givenName: 'Amélie', profession: 'physician', activityIds: ['sample'] },
  ...{ signsIn: true, hurry: 0, skill: 1, awayMs: 3 * SECOND, away: 0, actions: 60 },
};

/** What meets which call of a port, counted from 1; all others are fine. */
export type Fates = ReadonlyMap<number, Fate>;

/** Plays the journey with exactly these faults: how many calls it took, and what is wrong with where it ended, if anything. */
export async function playFates(
  stage: Stage,
  fates: Fates,
  plants?: Script['plants'],
): Promise<{ readonly calls: number; readonly failure?: string }> {
  const weather = scriptedWeather(fates);
  const script = { seed: 7, weather, plans: [plan], sweepEveryMs: MINUTE, ...(plants && { plants }) };
  const { breaches, awards } = await play(stage, script);
  if (breaches.length === 0 && awards === 1) return { calls: weather.calls() };
  const report = await play(stage, { ...script, weather: scriptedWeather(fates), traceAll: true });
  const met = [...fates].map(([call, fate]) => `${fate} at call ${call}`).join(', ');
  return { calls: weather.calls(), failure: `${met}: ${awards} awards\n${failureOf(report)}` };
}
