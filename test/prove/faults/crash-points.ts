import { DAY, MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import { type Plan, unprintableName } from '../../simulation/people/learner.ts';
import { play, type Script, type Stage } from '../../simulation/schedule.ts';
import { failureOf } from '../../simulation/stage.ts';
import { type Climate, type Fate, scriptedWeather } from '../../simulation/weather.ts';

/** One physician who does everything once, without hurry and without a break. */
const plan: Plan = {
  ...{ givenName: 'Amélie', profession: 'physician', activityIds: ['sample'] },
  ...{ signsIn: true, hurry: 0, skill: 1, awayMs: 3 * SECOND, away: 0, actions: 60 },
};

/** What is played with a fault at each of its calls. */
export const journeys = {
  calm: { plans: [plan], deeds: [] },
  // The first attempt is failed; staff correct the certificate and then revoke it; another system is told of all of it.
  changed: {
    plans: [{ ...plan, signsIn: false, fails: 1 }],
    deeds: ['certificate: name', 'certificate: revoke'],
    ...{ tellsOthers: true, lasts: true },
    staff: { changes: (['name', 'revoke'] as const).map((asks) => ({ asks, afterMs: 10 * SECOND })) },
  },
  // The certificate cannot be printed, and is parked; the learner mends the name, and staff take the work up again.
  parked: {
    plans: [{ ...plan, signsIn: false, givenName: unprintableName, mendsName: true }],
    deeds: ['parked work taken up again'],
    lasts: true,
    staff: { redriveOnceMended: true },
  },
  // No document can be kept for days: the work is tried again and again until it is parked, and staff take it up when that is over.
  exhausted: {
    plans: [{ ...plan, signsIn: false }],
    deeds: ['parked work taken up again'],
    lasts: true,
    staff: { redriveAfterMs: 5 * DAY },
    lasting: { documentOutage: { fromMs: 0, untilMs: 4 * DAY } },
  },
  // The holder turns the certificate's verification page off, and asks that the account be erased, which is done a week later.
  erased: {
    plans: [{ ...plan, signsIn: false }],
    deeds: [
      'a verification page turned off',
      'an erasure asked for',
      'accounts erased when their days of grace were over',
    ],
    lasts: true,
    own: {
      page: [{ on: false, afterMs: SECOND }],
      erasure: { learner: 0, asked: { after: 'certificate', ms: 10 * SECOND, by: 'learner' } },
    },
  },
} as const satisfies Readonly<
  Record<
    string,
    Pick<Script, 'plans' | 'staff' | 'own' | 'tellsOthers' | 'lasts'> & {
      readonly deeds: readonly string[];
      readonly lasting?: Pick<Climate, 'documentOutage'>;
    }
  >
>;
export type Journey = keyof typeof journeys;

/** What meets which call of a port, counted from 1; all others are fine. */
export type Fates = ReadonlyMap<number, Fate>;

/** Plays the journey with exactly these faults: how many calls it took, and what is wrong with where it ended, if anything. */
export async function playFates(
  stage: Stage,
  fates: Fates,
  { journey = 'calm', plants }: { readonly journey?: Journey; readonly plants?: Script['plants'] } = {},
): Promise<{ readonly calls: number; readonly failure?: string }> {
  const {
    deeds: asked,
    lasting,
    ...played
  }: (typeof journeys)[Journey] & { lasting?: Pick<Climate, 'documentOutage'> } = journeys[journey];
  const weather = scriptedWeather(fates, lasting);
  const script = { seed: 7, weather, ...played, sweepEveryMs: MINUTE, ...(plants && { plants }) };
  const { breaches, awards, endings, ...report } = await play(stage, script);
  const done: Readonly<Record<string, number>> = { ...report.deeds, ...report.own, ...report.spells };
  const isCertified = endings.every((ending) => ending === 'issued' || ending === 'notified');
  const isDone = awards === 1 && isCertified && asked.every((deed) => done[deed] === 1);
  if (breaches.length === 0 && isDone) return { calls: weather.calls() };
  const traced = await play(stage, { ...script, weather: scriptedWeather(fates, lasting), traceAll: true });
  const met = [...fates].map(([call, fate]) => `${fate} at call ${call}`).join(', ');
  return {
    calls: weather.calls(),
    failure: `${met}: ${awards} awards, ${JSON.stringify(done)}\n${failureOf(traced)}`,
  };
}
