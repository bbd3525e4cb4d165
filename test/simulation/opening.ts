import { DAY } from '../../shared/domain/kinds.ts';
import type { Row } from '../../shared/ports.ts';
import { createBrowser } from './browser.ts';
import { answerKeys, otherActivity, sampleActivity } from './sample-activity.ts';
import { scriptedWeather } from './weather.ts';
import { createWorld, type WorldOptions } from './world.ts';

/** How every schedule begins: both activities are published, and some learners were here before. */
export interface Opening {
  readonly rows: readonly Row[];
  /** The cookies of those learners by their addresses. */
  readonly sessions: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const seed = 1;
/** As many as a schedule has at most. */
const learners = 3;

/** The address of a learner by their number, from 0. */
export const emailOf = (learner: number): string => `learner-${learner + 1}@example.org`;

/** When schedules begin. */
export const startMs = Date.UTC(2026, 1, 27, 12);

/** Plays the opening in fair weather, a day before, once for all schedules. @throws when it does not come to its end */
export async function playOpening(stage: Pick<WorldOptions, 'functions' | 'definition' | 'stepOf'>): Promise<Opening> {
  const world = createWorld({ ...stage, seed, startMs: startMs - DAY, weather: scriptedWeather(new Map()) });
  const browsers = [...Array(learners).keys()].map((learner) => createBrowser(world, emailOf(learner)));
  async function story(): Promise<void> {
    for (const activity of [sampleActivity, otherActivity])
      await world.invoke('publish', stage.functions.publish, { activity, keys: answerKeys });
    for (const browser of browsers) await browser.ask('getWallet', {});
  }
  let end: { readonly failure?: unknown } | undefined;
  story().then(
    () => {
      end = {};
    },
    (failure: unknown) => {
      end = { failure };
    },
  );
  await world.clockwork.runUntil(() => end !== undefined);
  if (end?.failure !== undefined || browsers.some(({ cookies }) => cookies.size === 0))
    throw end?.failure ?? new Error('The opening came to a standstill');
  return {
    rows: [...world.table.rows(), ...world.keyTable.rows()],
    sessions: new Map(browsers.map(({ email, cookies }) => [email, cookies])),
  };
}
