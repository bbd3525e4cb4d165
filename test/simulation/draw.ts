import { MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import { drawPlan, type Plan, unprintableName } from './people/learner.ts';
import { drawManyAtOnce } from './people/many-at-once.ts';
import { drawMeeting, drawOwn, type OwnPlan } from './people/own-decisions.ts';
import { drawStaff, type StaffPlan } from './people/staff.ts';
import { randomFrom } from './random.ts';
import type { Script } from './schedule.ts';
import { type Climate, createWeather, type DrawnWeather, drawClimate } from './weather.ts';

/** What a seed draws. */
export interface Drawn {
  readonly weatherSeed: number;
  readonly climate: Climate;
  readonly plans: readonly Plan[];
  readonly sweepEveryMs: number;
  readonly tellsOthers: boolean;
  readonly staff: StaffPlan;
  readonly own: OwnPlan;
}

/** Draws the schedule of a seed: one to three learners, their plans and the climate. */
export function drawSchedule(seed: number): Drawn {
  const random = randomFrom(seed);
  const drawn = {
    climate: drawClimate(random.fork()),
    weatherSeed: random.below(2 ** 32),
    plans: Array.from({ length: random.chance(0.15) ? random.pick([2, 2, 2, 3]) : 1 }, () => drawPlan(random.fork())),
    sweepEveryMs: random.pick([4 * SECOND, MINUTE, MINUTE, MINUTE, MINUTE]),
    // Its messages are half of the calls.
    tellsOthers: random.chance(0.05),
  };
  const learners = drawn.plans.length;
  const staff = drawStaff(random.fork(), learners);
  const plans = staff.merge ? ofOnePerson(drawn.plans) : drawn.plans;
  const many = drawManyAtOnce(random.fork());
  if (many) {
    // What is revoked with all others is not made good by a version with a file of its own.
    const { loseAfterMs: _, ...others } = staff;
    return { ...drawn, plans, own: {}, staff: { ...others, many } };
  }
  const mends = random.chance(0.3) && learners === 1 && plans.every(mayMend) && !staff.changes && !staff.merge;
  const own = drawOwn(random.fork(), learners, staff);
  if (mends) {
    // Staff take up again what was mended, and not what a new account says wrong once more.
    const { erasure: _, ...others } = own;
    return { ...drawn, own: others, staff: { ...staff, redriveOnceMended: true }, plans: plans.map(mending) };
  }
  const meeting = random.fork();
  // The account of somebody who does nothing else.
  if (learners === 1 && !staff.merge && meeting.chance(0.025)) {
    const { merge, erasure } = drawMeeting(meeting);
    return { ...drawn, staff: { ...staff, merge }, own: { ...own, erasure }, plans };
  }
  return { ...drawn, staff, own, plans };
}

/** Whether one certificate will wait for a name that can be printed. */
const mayMend = ({ givenName, activityIds }: Plan): boolean =>
  givenName === unprintableName && activityIds.length === 1;
const mending = (plan: Plan): Plan => ({ ...plan, mendsName: true });

/** Whoever has two accounts has one name and one profession. */
const ofOnePerson = (plans: readonly Plan[]): readonly Plan[] =>
  plans.map((plan) => ({
    ...plan,
    ...(plans[0] && { givenName: plans[0].givenName, profession: plans[0].profession }),
  }));

/** The script of what was drawn. @param spared calls that meet no fault, counted as the weather counts them */
export function scriptOf(
  seed: number,
  drawn: Drawn,
  spared: ReadonlySet<number> = new Set(),
): Script & { readonly weather: DrawnWeather } {
  const { weatherSeed, climate, ...rest } = drawn;
  return { seed, ...rest, weather: createWeather(randomFrom(weatherSeed), climate, spared) };
}

/** The script of a seed. */
export const drawScript = (seed: number): Script => scriptOf(seed, drawSchedule(seed));
