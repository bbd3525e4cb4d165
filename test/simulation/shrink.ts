import { type Drawn, drawSchedule, scriptOf } from './draw.ts';
import type { Plan } from './people/learner.ts';
import { play, type Script, type Stage } from './schedule.ts';
import { failureOf } from './stage.ts';
import { type Climate, calmed } from './weather.ts';

const withPlans =
  (change: (plans: readonly Plan[]) => readonly Plan[]) =>
  (drawn: Drawn): Drawn => ({ ...drawn, plans: change(drawn.plans) });
const withEach = (change: Partial<Plan>) => withPlans((plans) => plans.map((plan) => ({ ...plan, ...change })));

/** What a schedule may do without; each is kept when it fails all the same. */
const simpler: readonly ((drawn: Drawn) => Drawn)[] = [
  withPlans((plans) => plans.slice(0, 1)),
  withPlans((plans) => plans.slice(1)),
  withPlans((plans) => plans.map((plan) => ({ ...plan, activityIds: plan.activityIds.slice(0, 1) }))),
  withEach({ hurry: 0 }),
  withEach({ away: 0 }),
  withEach({ skill: 1 }),
  withEach({ signsIn: false }),
  (drawn) => ({ ...drawn, tellsOthers: false }),
  ({ staff: { editAfterMs: _, ...staff }, ...drawn }) => ({ ...drawn, staff }),
  ({ staff: { stop: _, ...staff }, ...drawn }) => ({ ...drawn, staff }),
  ({ staff: { loseAfterMs: _, ...staff }, ...drawn }) => ({ ...drawn, staff }),
  ({ staff: { changes: _, ...staff }, ...drawn }) => ({ ...drawn, staff }),
  ({ staff: { attest: _, ...staff }, ...drawn }) => ({ ...drawn, staff }),
  ({ staff: { merge: _, ...staff }, ...drawn }) => ({ ...drawn, staff }),
  ({ staff: { many: _, ...staff }, ...drawn }) => ({ ...drawn, staff }),
  ({ staff: { redriveOnceMended: _, ...staff }, plans, ...drawn }) => ({
    ...drawn,
    staff,
    plans: plans.map(({ mendsName: _, ...plan }) => plan),
  }),
  ({ own: { erasure: _, ...own }, ...drawn }) => ({ ...drawn, own }),
  ({ own: { page: _, ...own }, ...drawn }) => ({ ...drawn, own }),
  ({ staff: { changes = [], ...staff }, ...drawn }) => ({
    ...drawn,
    staff: { ...staff, changes: changes.slice(0, 1) },
  }),
  ...calmed.map(
    (calm) =>
      (drawn: Drawn): Drawn => ({ ...drawn, climate: calm(drawn.climate) }),
  ),
];

/** Bounds the search; a schedule takes some milliseconds. */
const mostPlays = 500;

/**
 * Makes a failing schedule as small as it goes: without what it fails without, and with as few faults as show it. Says its
 * seed, what is left of it, what is wrong, and its calls of ports.
 */
export async function shrunk(stage: Stage, seed: number, plants?: Script['plants']): Promise<string> {
  let plays = 0;
  const playedAs = (drawn: Drawn, spared: ReadonlySet<number>, traceAll = false) =>
    play(stage, { ...scriptOf(seed, drawn, spared), traceAll, ...(plants && { plants }) });
  const fails = async (drawn: Drawn, spared: ReadonlySet<number>): Promise<boolean> =>
    plays++ < mostPlays && drawn.plans.length > 0 && (await playedAs(drawn, spared)).breaches.length > 0;

  let drawn = drawSchedule(seed);
  for (const simplify of simpler) {
    const candidate = simplify(drawn);
    if (await fails(candidate, new Set())) drawn = candidate;
  }
  const spared = await sparing((candidate) => fails(drawn, candidate), await metIn(stage, seed, drawn, plants));
  const { climate, plans, ...rest } = drawn;
  const left = JSON.stringify({ plans, ...rest, climate: troubleOf(climate) });
  return `seed ${seed}, shrunk to ${left}\n${failureOf(await playedAs(drawn, spared, true))}`;
}

/** The calls that meet a fault when a schedule is played. */
async function metIn(stage: Stage, seed: number, drawn: Drawn, plants: Script['plants']): Promise<readonly number[]> {
  const script = scriptOf(seed, drawn);
  await play(stage, { ...script, ...(plants && { plants }) });
  return script.weather.met;
}

/** Spares as many of the faults as it can, halves first and single ones in the end. */
async function sparing(
  fails: (spared: ReadonlySet<number>) => Promise<boolean>,
  met: readonly number[],
): Promise<ReadonlySet<number>> {
  let spared: ReadonlySet<number> = new Set();
  for (let size = Math.max(1, met.length >> 1); ; size >>= 1) {
    for (let from = 0; from < met.length; from += size) {
      const candidate = new Set([...spared, ...met.slice(from, from + size)]);
      if (candidate.size > spared.size && (await fails(candidate))) spared = candidate;
    }
    if (size <= 1) return spared;
  }
}

/** What is left of the weather. */
const troubleOf = (climate: Climate): Partial<Climate> =>
  Object.fromEntries(Object.entries(climate).filter(([, trouble]) => trouble !== 0)) as Partial<Climate>;
