import { handler as publishActivity } from '../../../functions/commands/publish-activity.ts';
import { concurrencyFor, warmThroughputFor } from '../../../infra/live-event.ts';
import { quotas } from '../../../infra/quotas.ts';
import { MINUTE, SECOND } from '../../../shared/domain/kinds.ts';
import type { Profile } from '../../../shared/domain/learner.ts';
import { quantile } from '../../../shared/domain/outcomes/numbers.ts';
import type { Row } from '../../../shared/ports.ts';
import { setStage } from '../../simulation/stage.ts';
import { beginningAttempts } from '../begun-attempt.ts';
import type { Finding } from '../proof.ts';
import { readTheActivity } from '../the-activity.ts';
import { goWithTheHerd, type Told } from './herd-learner.ts';
import { type Account, createHerdWorld, type HerdWorld } from './herd-world.ts';

export interface AskedHerd {
  readonly seed: number;
  readonly learners: number;
  /** Within how many seconds all of them press the button. */
  readonly seconds: number;
}

/** How an account stands before the event, and whether it then promises more than that nobody is lost. */
interface Standing {
  readonly name: string;
  readonly account: Account;
  readonly inTime: boolean;
}

/** An account that was given what `wallet preflight` asks for such an event: a warm table, and more functions at once. */
const prepared = ({ learners, seconds }: AskedHerd): Standing => {
  const event = { learners, withinSeconds: seconds };
  return {
    ...{ name: 'prepared', inTime: true },
    account: {
      ...{ table: warmThroughputFor(event), concurrency: concurrencyFor(event) },
      mailsPerSecond: quotas.mailRate.value,
    },
  };
};

/** An account that asked for nothing, with AWS's published quotas, and a table that was never written to. */
const unprepared: Standing = {
  ...{ name: 'unprepared', inTime: false },
  account: {
    table: { writes: quotas.tableWrites.value, reads: quotas.tableReads.value },
    ...{ concurrency: quotas.lambdaConcurrency.value, mailsPerSecond: quotas.mailRate.value },
  },
};

const physician: Profile = { givenName: 'Amélie', familyName: 'Nguyễn', profession: 'physician', credentials: 'MD' };
/** The help page promises a result within half a minute; credit is there within five seconds of the claim (the bar). */
const RESULT_WITHIN_MS = 30 * SECOND;
const CREDIT_WITHIN_MS = 5 * SECOND;

/** What is wrong with how it ended for a learner, by what they were told and what the table holds. */
function wrongWith(told: Told, held: Held, inTime: boolean): string | undefined {
  const { attemptId, ends, says, wrong, resultMs = Number.POSITIVE_INFINITY, creditMs } = told;
  if (wrong) return `${attemptId}: ${wrong}`;
  if (says !== ends) return `${attemptId} was told ${says}, and its answers ${ends}`;
  if (held.endings.get(attemptId) !== 1) return `${attemptId} has ${held.endings.get(attemptId) ?? 0} results`;
  if (inTime && resultMs > RESULT_WITHIN_MS) return `${attemptId} waited ${resultMs.toFixed(0)} ms for its result`;
  if (ends === 'failed') return undefined;
  if (creditMs === undefined) return `${attemptId} was never told of its credit`;
  if (inTime && creditMs > CREDIT_WITHIN_MS) return `${attemptId} waited ${creditMs.toFixed(0)} ms for its credit`;
  return undefined;
}

interface Held {
  /** How often the ledgers say that an attempt ended. */
  readonly endings: ReadonlyMap<string, number>;
  readonly credits: number;
  readonly sittings: number;
}

function heldBy(rows: readonly Row[]): Held {
  const endings = new Map<string, number>();
  const ofKind = (kind: string) => rows.filter((row) => row.kind === kind);
  for (const { data } of ofKind('ledgerEntry')) {
    const { type, data: fact } = data as unknown as { readonly type: string; readonly data: { attemptId?: string } };
    if (type.startsWith('attempt.') && fact.attemptId !== undefined)
      endings.set(fact.attemptId, (endings.get(fact.attemptId) ?? 0) + 1);
  }
  return { endings, credits: ofKind('credit').length, sittings: ofKind('sitting').length };
}

/** Publishes the activity, and brings everybody to where they have an attempt before them: what was so before the event. */
export async function prepare(world: HerdWorld, learners: number) {
  const activity = await readTheActivity();
  const published = await publishActivity.using(world.unlimited)(activity.content, { awsRequestId: 'before' });
  if (published.outcome === 'refused') throw new Error(JSON.stringify(published.faults));
  const begin = beginningAttempts(world.unlimited, activity);
  const begun = [];
  for (let number = 0; number < learners; number++) begun.push(await begin(`learner-${number}@example.org`, physician));
  return { activity, begun };
}

const inSeconds = (ms: number): string => `${(ms / 1_000).toFixed(1)} s`;

/** What the services met, service by service, and the longest that a call waited there. */
const figuresOf = ({ services }: HerdWorld): Record<string, string> =>
  Object.fromEntries(
    [...services.met].map(([service, { calls, throttled, gaveUp, longestMs }]) => [
      `${service}: ${calls.toLocaleString('en-US')} calls, ${throttled.toLocaleString('en-US')} throttled, ${gaveUp.toLocaleString('en-US')} given up on for then; the longest wait`,
      inSeconds(longestMs),
    ]),
  );

/**
 * Has a conference press submit within some seconds, evaluate and claim, on the real functions in virtual time, where every
 * call takes from AWS's quotas as they are published. Nobody may be lost or refused, and nobody wait longer than promised.
 */
async function proveStanding({ seed, learners, seconds }: AskedHerd, standing: Standing): Promise<Finding> {
  const world = createHerdWorld(await setStage(), standing.account, seed);
  const { activity, begun } = await prepare(world, learners);
  const { clockwork, random } = world;
  const beganMs = clockwork.nowMs();
  const told: Told[] = [];
  for (const each of begun) {
    const going = { pressesAtMs: random.fraction() * seconds * SECOND, random: random.fork() };
    void goWithTheHerd(world, each, activity, going).then((ended) => told.push(ended));
  }
  let mailsDone = false;
  void (async () => {
    for (;;) {
      await clockwork.sleep(MINUTE);
      await world.sweep();
      const passed = told.filter(({ certificateMs }) => certificateMs !== undefined).length;
      mailsDone = told.length === learners && world.mailer.delivered.length >= passed;
      if (mailsDone || clockwork.nowMs() - beganMs > 240 * MINUTE) return;
    }
  })();
  await clockwork.runUntil(() => mailsDone);

  const held = heldBy(world.table.rows());
  const failures = told.map((each) => wrongWith(each, held, standing.inTime)).filter((wrong) => wrong !== undefined);
  const passed = told.filter(({ says }) => says === 'passed').length;
  if (told.length !== learners) failures.push(`${learners - told.length} learners still wait`);
  if (held.credits !== passed) failures.push(`${passed} passed, and ${held.credits} credits were awarded`);
  if (held.sittings !== learners) failures.push(`${held.sittings} endings are counted for outcomes`);
  if (world.mailer.delivered.length !== passed) failures.push(`${world.mailer.delivered.length} mails were sent`);
  const times = (of: 'resultMs' | 'creditMs' | 'certificateMs') =>
    told.flatMap((each) => each[of] ?? []).toSorted((one, two) => one - two);
  const spread = (what: string, of: 'resultMs' | 'creditMs' | 'certificateMs'): Record<string, string> => ({
    [`${what}, p50`]: inSeconds(quantile(times(of), 0.5)),
    [`${what}, p99`]: inSeconds(quantile(times(of), 0.99)),
    [`${what}, longest`]: inSeconds(Math.max(0, ...times(of))),
  });
  return {
    name: standing.name,
    tried: learners,
    outcomes: { 'were told passed, and awarded their credit': passed, 'were told failed': told.length - passed },
    figures: {
      'seconds in which all pressed submit': String(seconds),
      'units of writing a second that the table gave': standing.account.table.writes.toLocaleString('en-US'),
      ...spread('from the submission to its result', 'resultMs'),
      ...spread('from the claim to the credit', 'creditMs'),
      ...spread('from the claim to the certificate', 'certificateMs'),
      'requests that were asked to come again': told.reduce((sum, { again }) => sum + again, 0).toLocaleString('en-US'),
      'functions that might be at work at once': standing.account.concurrency.toLocaleString('en-US'),
      'functions at work at once, at most': String(world.mostAtWork()),
      'from the first submission to the last mail': inSeconds(clockwork.nowMs() - beganMs),
      ...figuresOf(world),
    },
    failures,
  };
}

/** With what `wallet preflight` asks for, everybody has their result and their credit in time. */
export const provePrepared = (asked: AskedHerd): Promise<Finding> => proveStanding(asked, prepared(asked));

/** Where nobody prepared anything, nobody is lost or refused either; how long they wait is told. A small herd meets a smaller table. */
export const proveUnprepared = (asked: AskedHerd, table = unprepared.account.table): Promise<Finding> =>
  proveStanding(asked, { ...unprepared, account: { ...unprepared.account, table } });
