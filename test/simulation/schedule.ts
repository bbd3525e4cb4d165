import { DAY, HOUR, MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import type { StepName } from '../../shared/workflow/steps.ts';
import type { Definition } from './asl.ts';
import { createBrowser } from './browser.ts';
import type { Functions } from './functions.ts';
import { breachesOf } from './invariants.ts';
import { type Plan, visit } from './learner.ts';
import { mailsSentLater } from './mail-invariants.ts';
import { emailOf, type Opening, startMs } from './opening.ts';
import { type Random, randomFrom } from './random.ts';
import type { ResultWait } from './result-waits.ts';
import { createStaff, type StaffPlan } from './staff.ts';
import { spellsEndMs, type Weather } from './weather.ts';
import { createWitness, endingOf } from './witness.ts';
import { createWorld, type Plants, type World } from './world.ts';

/** What every schedule runs on. */
export interface Stage {
  readonly functions: Functions;
  readonly definition: Definition;
  readonly stepOf: (functionArn: string) => StepName;
  readonly opening: Opening;
}

/** What happens in a schedule. */
export interface Script {
  readonly seed: number;
  readonly weather: Weather;
  readonly plans: readonly Plan[];
  readonly sweepEveryMs: number;
  readonly staff?: StaffPlan;
  readonly tellsOthers?: boolean;
  /** The weather clears up when everything is done, not when the learners are. */
  readonly lasts?: boolean;
  readonly plants?: Plants;
  /** Keep every I/O point in the report; slow. */
  readonly traceAll?: boolean;
}

/** What a schedule came to. */
export interface Report {
  readonly seed: number;
  readonly breaches: readonly string[];
  readonly calls: number;
  /** How often each kind of fault was met. */
  readonly faults: Readonly<Record<string, number>>;
  readonly awards: number;
  /** What lasted by its own clock, and what came of it. */
  readonly spells: Readonly<Record<string, number>>;
  /** How often staff did what. */
  readonly deeds: Readonly<Record<string, number>>;
  readonly virtualDays: number;
  /** How long whoever looked waited for results. */
  readonly waits: readonly ResultWait[];
  /** How the last visit of each learner to each activity ended. */
  readonly endings: readonly string[];
  readonly trace: readonly string[];
}

/** What of the weather lasts by its own clock, and how many mails it kept waiting, as a reader of figures knows them. */
function spellsOf(world: World): Readonly<Record<string, number>> {
  const { mailOutage, throttleStorm } = world.weather.climate();
  const cameBack = new Set(
    world.mailFates.acknowledged.filter(({ fate }) => fate !== 'delivered').map(({ serviceId }) => serviceId),
  ).size;
  return {
    ...(cameBack > 0 && { 'mails that came back or were complained of': cameBack }),
    ...(mailOutage && {
      'schedules with the mail service down for five days': 1,
      'mails that it refused then, and took when it was back': mailsSentLater(world),
    }),
    ...(throttleStorm && { 'schedules with three calls in ten throttled for ten minutes': 1 }),
  };
}

/** What is still due after so long in fair weather will be due for ever. */
const endsAfterMs = 2 * DAY;

/** When the next that the scheduled functions of a schedule look for is due, in epoch milliseconds; never, when there is none. */
function dueAtMs({ table }: World): number {
  const first = table.firstWork('DUE#work#', 'DUE#mail#', 'DUE#delivery#', 'DUE#batch#', 'DUE#import#');
  return first === undefined ? Number.POSITIVE_INFINITY : Date.parse(first.slice(0, 24));
}

/**
 * Sweeps again and again, now and then twice at once, since Scheduler delivers at least once. When nothing is
 * due by anybody’s clock most sweeps are skipped, and all while nothing else happens either.
 */
async function sweepUntil(world: World, sweepEveryMs: number, random: Random, over: () => boolean): Promise<void> {
  const { clockwork, weather } = world;
  let pauseMs = sweepEveryMs;
  while (!over()) {
    const { skewMs, startTwice, indexLagMs } = weather.climate();
    const firstMs = dueAtMs(world);
    if (dueAtMs(world) <= clockwork.nowMs() + skewMs || random.chance(0.1)) {
      if (random.chance(startTwice)) void world.runScheduled();
      await world.runScheduled();
    }
    // What a sweep leaves as it was will hardly change by the next one; this matters where sweeping is broken.
    pauseMs = Number.isFinite(firstMs) && dueAtMs(world) === firstMs ? Math.min(HOUR, 2 * pauseMs) : sweepEveryMs;
    const nextAtMs = Math.min(clockwork.nextAtMs() ?? Number.POSITIVE_INFINITY, dueAtMs(world) + indexLagMs);
    const quietMs = nextAtMs - clockwork.nowMs();
    const isLong = Number.isFinite(quietMs) && quietMs > 5 * MINUTE;
    await clockwork.sleep(isLong ? quietMs : pauseMs);
  }
}

/** A learner without hurry who comes back until everything is done, however often the edited activity is failed first. */
const patient = (plan: Plan): Plan => ({ ...plan, hurry: 0, skill: 0.8, away: 0, actions: 400 });

/** Plays a schedule: learners in bad weather, then fair weather until all is quiet, then the checks. */
export async function play(stage: Stage, script: Script): Promise<Report> {
  const {
    seed,
    weather,
    plans,
    sweepEveryMs,
    tellsOthers = false,
    lasts = false,
    staff: planOfStaff = {},
    traceAll = false,
    plants,
  } = script;
  const random: Random = randomFrom(seed);
  const world = createWorld({
    ...{ ...stage, seed: random.below(2 ** 32), weather, startMs, traceAll, rows: stage.opening.rows, tellsOthers },
    ...(plants && { plants }),
  });
  const { clockwork } = world;
  const witness = createWitness();
  const learners = plans.map((plan, number) => ({
    browser: createBrowser(world, emailOf(number), {
      cookies: plan.signsIn ? undefined : stage.opening.sessions.get(emailOf(number)),
      account: stage.opening.accounts[number],
      say: (breach) => void witness.contradictions.push(breach),
    }),
    plan,
    random: random.fork(),
  }));

  const hasCertificate = (email: string, activityId: string): boolean =>
    ['issued', 'notified'].includes(endingOf(witness, email, activityId) ?? '');
  const visits = (planOf: (plan: Plan) => Plan): Promise<unknown> =>
    Promise.all(
      learners.map(async (learner) => {
        await clockwork.sleep(learner.random.fraction() * 2 * SECOND);
        const plan = planOf(learner.plan);
        const { browser } = learner;
        const activityIds = plan.activityIds.filter((activityId) => !hasCertificate(browser.email, activityId));
        await Promise.all(
          activityIds.map((activityId) =>
            visit({ world, witness, browser, plan, activityId, random: learner.random.fork() }),
          ),
        );
      }),
    );
  const staff = createStaff(world, witness, stage.functions, stage.opening);

  /** What staff have begun comes to its end within some days, and then what is due. */
  async function quiet(): Promise<void> {
    for (let days = 0; staff.isBusy() && days < 30; days++) await clockwork.sleep(DAY);
    const lastMs = clockwork.nowMs() + endsAfterMs;
    while (dueAtMs(world) < Number.POSITIVE_INFINITY && clockwork.nowMs() < lastMs) await clockwork.sleep(5 * MINUTE);
    while (world.mailFates.isBusy() && clockwork.nowMs() < lastMs) await clockwork.sleep(5 * MINUTE);
  }

  async function story(): Promise<void> {
    weather.breakOut();
    world.trace(() => 'faults begin');
    staff.begin(planOfStaff);
    await visits((plan) => plan);
    if (lasts) await quiet();
    weather.clearUp();
    world.trace(() => 'faults end');
    await visits(patient);
    const spellMs = startMs + spellsEndMs(weather.climate()) - clockwork.nowMs();
    if (spellMs > 0) {
      await clockwork.sleep(spellMs);
      world.trace(() => 'what ends by its own clock has ended');
      // Whoever could not sign in all the while comes back.
      await visits(patient);
    }
    await quiet();
  }

  let end: { readonly failure?: unknown } | undefined;
  const over = (): boolean => end !== undefined;
  Promise.race([story(), sweepUntil(world, sweepEveryMs, random.fork(), over)]).then(
    () => {
      end = {};
    },
    (failure: unknown) => {
      end = { failure };
    },
  );
  await clockwork.runUntil(over);
  if (end?.failure !== undefined) throw end.failure;

  return {
    ...{ seed, calls: world.invocations.calls(), faults: world.faults, trace: world.traced },
    breaches: over() ? breachesOf(world, witness) : ['The schedule came to a standstill'],
    awards: world.table.rows().filter(({ kind }) => kind === 'credit').length,
    spells: spellsOf(world),
    deeds: witness.deeds,
    waits: witness.waits,
    virtualDays: (clockwork.nowMs() - startMs) / DAY,
    endings: [...witness.endings.values()],
  };
}
