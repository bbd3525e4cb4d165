import type { Erasure } from '../../shared/domain/erasure.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/domain/kinds.ts';
import { entities, workIndex } from '../../shared/table.ts';
import type { StepName } from '../../shared/workflow/steps.ts';
import { dataOf } from './contents.ts';
import type { Functions } from './functions.ts';
import { mailsSentLater } from './invariants/mail.ts';
import { remindersSent } from './invariants/reminder.ts';
import { breachesOf } from './invariants.ts';
import { emailOf, type Opening, startMs } from './opening.ts';
import { createBrowser } from './people/browser.ts';
import { type Plan, visit } from './people/learner.ts';
import { askedBefore, createOwn, type OwnPlan } from './people/own-decisions.ts';
import { createStaff, type StaffPlan } from './people/staff.ts';
import { type Random, randomFrom } from './random.ts';
import type { ResultWait } from './result-waits.ts';
import { spellsEndMs, type Weather } from './weather.ts';
import { createWitness, endingOf } from './witness.ts';
import type { Definition } from './workflow/asl.ts';
import { createWorld, type Plants, type Scheduled, type World } from './world.ts';

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
  readonly own?: OwnPlan;
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
  /** How often learners decided what about what is theirs. */
  readonly own: Readonly<Record<string, number>>;
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
    'accounts erased when their days of grace were over': world.erasures.doneAtMs.size,
    'learners reminded of credit that waits': remindersSent(world),
    ...(throttleStorm && { 'schedules with three calls in ten throttled for ten minutes': 1 }),
  };
}

/** What is still due after so long in fair weather will be due for ever. */
const endsAfterMs = 2 * DAY;
/** An erasure that was looked at so often, each time when it was due, waits for somebody. */
const mostLooks = 8;

/** What scheduled functions look for in the index. */
const looksFor: Readonly<Record<Scheduled, readonly string[]>> = {
  sweep: ['DUE#work#', 'DUE#mail#'],
  deliver: ['DUE#delivery#'],
  runBatches: ['DUE#batch#'],
  carryOnImports: ['DUE#import#'],
  erase: ['DUE#erasure#'],
  remind: ['DUE#participation#'],
};
/** What is done within minutes, or tried again for days: the other two wait for days first. */
const prompt = ['sweep', 'deliver', 'runBatches', 'carryOnImports'] as const;
const patientOnes = ['erase', 'remind'] as const;
const everyOne: readonly Scheduled[] = [...prompt, ...patientOnes];

/** When the next that scheduled functions look for is due, in epoch milliseconds; never, when there is none. */
function dueAtMs({ table }: World, names: readonly Scheduled[]): number {
  const first = table.firstWork(...names.flatMap((name) => looksFor[name]));
  return first === undefined ? Number.POSITIVE_INFINITY : Date.parse(first.slice(0, 24));
}

/** Whether the first erasure that is due waits for what staff see: it is looked at each hour, as long as that takes. */
async function waitsForStaff({ table }: World): Promise<boolean> {
  const first = table.firstWork(...looksFor.erase);
  if (first === undefined || table.firstWork(workIndex.parked('work')) === undefined) return false;
  const row = await table.get(entities.erasure.keyOf({ learnerId: first.slice(first.indexOf('#') + 1) }));
  return dataOf<Erasure | undefined>(row?.data)?.waitsFor !== undefined;
}
/** So long an erasure that waits for staff is not looked at here, since years may pass. */
const restsForMs = 30 * DAY;

/**
 * Sweeps again and again, now and then twice at once, since Scheduler delivers at least once. When nothing is
 * due by anybody’s clock most sweeps are skipped, and all while nothing else happens either. Erasures and reminders are looked for
 * when one is due.
 */
async function runUntil(
  world: World,
  { sweepEveryMs, tellsOthers, random }: { sweepEveryMs: number; tellsOthers: boolean; random: Random },
  over: () => boolean,
): Promise<void> {
  const { clockwork, weather } = world;
  let pauseMs = sweepEveryMs;
  let restsUntilMs = Number.NEGATIVE_INFINITY;
  while (!over()) {
    const { skewMs, startTwice, indexLagMs } = weather.climate();
    const looked = restsUntilMs > clockwork.nowMs() ? [...prompt, 'remind' as const] : everyOne;
    const isDue = (...names: readonly Scheduled[]): boolean => dueAtMs(world, names) <= clockwork.nowMs() + skewMs;
    const firstMs = dueAtMs(world, looked);
    const usual = prompt.filter((name) =>
      name === 'deliver' ? tellsOthers : name === 'sweep' || dueAtMs(world, [name]) < Number.POSITIVE_INFINITY,
    );
    const run = [
      ...(isDue(...usual) || random.chance(0.02) ? usual : []),
      ...patientOnes.filter((name) => looked.includes(name) && isDue(name)),
    ];
    if (run.length > 0) {
      if (random.chance(startTwice)) void world.runScheduled(run);
      await world.runScheduled(run);
    }
    if (run.includes('erase') && (await waitsForStaff(world))) restsUntilMs = clockwork.nowMs() + restsForMs;
    // What a sweep leaves as it was will hardly change by the next one; this matters where sweeping is broken.
    const isSame = Number.isFinite(firstMs) && dueAtMs(world, looked) === firstMs;
    pauseMs = isSame ? Math.min(HOUR, 2 * pauseMs) : sweepEveryMs;
    const nextAtMs = Math.min(clockwork.nextAtMs() ?? Number.POSITIVE_INFINITY, dueAtMs(world, looked) + indexLagMs);
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
    own: ownPlan = {},
    traceAll = false,
    plants,
  } = script;
  const random: Random = randomFrom(seed);
  const world = createWorld({
    ...{ ...stage, seed: random.below(2 ** 32), weather, startMs, traceAll, tellsOthers },
    rows: [...stage.opening.rows, ...askedBefore(ownPlan, stage.opening)],
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
  const own = createOwn(world, witness, stage.functions, stage.opening);

  /** What staff and learners have begun comes to its end within some days, then what is due, and then what waited out its days. */
  async function quiet(): Promise<void> {
    for (let days = 0; (staff.isBusy() || own.isBusy()) && days < 30; days++) await clockwork.sleep(DAY);
    const whileDue = async (isDue: () => boolean): Promise<void> => {
      const lastMs = clockwork.nowMs() + endsAfterMs;
      while (isDue() && clockwork.nowMs() < lastMs) await clockwork.sleep(5 * MINUTE);
    };
    await whileDue(() => dueAtMs(world, prompt) < Number.POSITIVE_INFINITY);
    await whileDue(world.mailFates.isBusy);
    for (let looks = 0; looks < mostLooks; looks++) {
      const atMs = dueAtMs(world, ['erase']);
      if (atMs === Number.POSITIVE_INFINITY || (await waitsForStaff(world))) return;
      await clockwork.sleep(Math.max(0, atMs - clockwork.nowMs()));
      await whileDue(() => dueAtMs(world, ['erase']) === atMs);
    }
  }

  async function story(): Promise<void> {
    weather.breakOut();
    world.trace(() => 'faults begin');
    staff.begin(planOfStaff);
    own.begin(ownPlan);
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
    await own.lookAgain();
  }

  let end: { readonly failure?: unknown } | undefined;
  const over = (): boolean => end !== undefined;
  Promise.race([story(), runUntil(world, { sweepEveryMs, tellsOthers, random: random.fork() }, over)]).then(
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
    own: witness.own,
    waits: witness.waits,
    virtualDays: (clockwork.nowMs() - startMs) / DAY,
    endings: [...witness.endings.values()],
  };
}
