import { setTimeout as pause } from 'node:timers/promises';
import { quantile } from '../../../shared/domain/outcomes/numbers.ts';
import { type RunningSystem, startRunningSystem } from '../../journeys/support/running-system.ts';
import { randomFrom } from '../../simulation/random.ts';
import type { Finding } from '../proof.ts';
import { readTheActivity, type TheActivity } from '../the-activity.ts';
import { type Counted, countResults } from './count-results.ts';
import { cpuSecondsOf } from './cpu-seconds.ts';
import { judgeResults } from './judge-results.ts';
import { type Sent, sendOpenLoop } from './open-loop.ts';
import { prepareLearners } from './prepare-learners.ts';
import { drawSubmissions, type Submission } from './submissions.ts';
import { type TableOf, tableOf } from './table-of.ts';

export interface AskedLoad {
  readonly seed: number;
  readonly minutes: number;
  /** Submissions a second that are wanted. */
  readonly rate: number;
  /** Of a hundred submissions ninety-nine are answered within this (the bar). */
  readonly p99WithinMs?: number;
  /** A step of the search for the highest rate takes so long. */
  readonly stepSeconds?: number;
}

/** Each step of the search is so much steeper than the one before. */
const STEEPER = 1.3;
const FIRST_RATE = 10;
/** A step counts as too steep when it was so twice: something else may have wanted the machine. */
const STEP_TRIES = 2;
/** Of the highest rate that a step withstood, what is held for minutes: while others use the machine, too. */
const HELD = 0.8;
/** Code is compiled while the first submissions come, on Lambda as here. */
const WARM_UP_RATE = 8;
/** The sweeper starts what has not ended after ten seconds, each minute; nothing may take longer than two. */
const SETTLED_WITHIN_MS = 120_000;

interface Bench {
  readonly asked: Required<AskedLoad>;
  readonly system: RunningSystem;
  readonly table: TableOf;
  readonly activity: TheActivity;
}

interface Run {
  readonly submissions: readonly Submission[];
  readonly sent: readonly Sent[];
  readonly seconds: number;
  /** Processor time of the host with all functions, and of the database. */
  readonly cpuSeconds: readonly (number | undefined)[];
}

const inMs = (ms: number): string => `${ms.toFixed(0)} ms`;
const timesOf = ({ sent }: Run): readonly number[] => sent.map(({ ms }) => ms).toSorted((one, two) => one - two);
const p99Of = (run: Run): number => quantile(timesOf(run), 0.99);

/** Prepares so many learners and has them submit at a rate. */
async function submitAt(rate: number, count: number, { system, table, activity, asked }: Bench): Promise<Run> {
  const prepared = await prepareLearners(count, { client: table.client, ...activity });
  const random = randomFrom(asked.seed);
  const submissions = drawSubmissions(prepared, activity, random.fork());
  const cpu = () => [system.pid, table.pid].map(cpuSecondsOf);
  const [before, began] = [cpu(), performance.now()];
  const sent = await sendOpenLoop(system.site, submissions, { rate, random: random.fork() });
  const after = cpu();
  return {
    ...{ submissions, sent, seconds: (performance.now() - began) / 1_000 },
    cpuSeconds: after.map((seconds, index) => {
      const earlier = before[index];
      return seconds === undefined || earlier === undefined ? undefined : seconds - earlier;
    }),
  };
}

/** Whether the system withstands a rate for a short step. */
async function withstands(rate: number, bench: Bench): Promise<boolean> {
  const { stepSeconds, p99WithinMs } = bench.asked;
  for (let tries = 1; tries <= STEP_TRIES; tries++) {
    const run = await submitAt(rate, Math.ceil(rate * stepSeconds), bench);
    const held = p99Of(run) <= p99WithinMs && run.sent.every(({ status }) => status === 200);
    console.error(`${rate.toFixed(0)} a second: p99 ${inMs(p99Of(run))}${held ? '' : ', too much'}`);
    if (held) return true;
  }
  return false;
}

/** The highest rate up to the wanted one that a short step withstands; 0 where not even the first does. */
async function highestRate(bench: Bench): Promise<number> {
  const { rate: wanted } = bench.asked;
  let highest = 0;
  for (let rate = Math.min(FIRST_RATE, wanted); highest < wanted; rate = Math.min(wanted, rate * STEEPER)) {
    if (!(await withstands(rate, bench))) break;
    highest = rate;
  }
  return highest;
}

/** Reads the results when all work has ended, or when it should have. */
async function settledResults({ client }: TableOf): Promise<Counted> {
  const until = performance.now() + SETTLED_WITHIN_MS;
  for (;;) {
    const counted = await countResults(client);
    if (performance.now() > until || [...counted.workOf.values()].every((status) => status === 'done')) return counted;
    await pause(1_000);
  }
}

/**
 * Has learners submit at a steady rate, whether or not earlier submissions were answered, to the system as one command starts
 * it; then counts that each has exactly one result, the right one. The rate is the wanted one, or what this machine withstands.
 */
export async function proveLoad(asking: AskedLoad): Promise<Finding> {
  const asked = { p99WithinMs: 250, stepSeconds: 8, ...asking };
  const { rate, minutes, p99WithinMs, stepSeconds } = asked;
  const system = await startRunningSystem();
  try {
    const bench: Bench = { system, asked, table: tableOf(system.dataDir), activity: await readTheActivity() };
    await submitAt(Math.min(rate, WARM_UP_RATE), Math.ceil(Math.min(rate, WARM_UP_RATE) * 2 * stepSeconds), bench);
    const highest = await highestRate(bench);
    const held = highest === rate ? rate : Math.max(1, Math.floor(highest * HELD));
    const { sittings } = await settledResults(bench.table);
    const run = await submitAt(held, Math.ceil(held * minutes * 60), bench);
    const { outcomes, failures, attempts } = judgeResults(run, await settledResults(bench.table), sittings);
    const times = timesOf(run);
    const [hostSeconds, tableSeconds] = run.cpuSeconds;
    const each = (seconds: number): string => `${((seconds / run.sent.length) * 1_000).toFixed(1)} ms`;
    const slow = p99Of(run) > p99WithinMs ? [`p99 was ${inMs(p99Of(run))}, more than ${inMs(p99WithinMs)}`] : [];
    return {
      name: 'submissions',
      tried: run.sent.length,
      outcomes,
      figures: {
        'submissions a second that were wanted': String(rate),
        'submissions a second, the most that a short step withstood': highest.toFixed(0),
        'submissions a second that were held': (run.sent.length / run.seconds).toFixed(1),
        'seconds that they were held': run.seconds.toFixed(0),
        'attempts that were submitted, some of them twice at once': attempts.toLocaleString('en-US'),
        'from the planned sending to the answer, p50': inMs(quantile(times, 0.5)),
        'from the planned sending to the answer, p99': inMs(p99Of(run)),
        'from the planned sending to the answer, longest': inMs(quantile(times, 1)),
        ...(hostSeconds !== undefined && { 'processor time a submission, functions and host': each(hostSeconds) }),
        ...(tableSeconds !== undefined && { 'processor time a submission, database': each(tableSeconds) }),
      },
      failures: [...failures, ...slow],
    };
  } finally {
    await system.remove();
  }
}
