import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readActivityFiles } from '../../../infra/cli/activity-files.ts';
import { auditCommand } from '../../../infra/cli/audit.ts';
import { sampleFiles } from '../../../infra/cli/samples.ts';
import { projectFolder } from '../../../infra/house/project-folder.ts';
import { freePort } from '../../../infra/local/parts/port.ts';
import { find } from '../../../infra/local/running.ts';
import { quantile, sum } from '../../../shared/domain/outcomes/numbers.ts';
import { randomFrom } from '../../simulation/random.ts';
import type { Finding } from '../proof.ts';
import { type Bar, judgeBar } from './bar.ts';
import { createDoomedSystem, type DoomedSystem, victims, type Wrapping } from './doomed-system.ts';
import { examine, readAll, unfinished } from './examine.ts';
import { explain } from './explain.ts';
import { createGate } from './gate.ts';
import { acknowledgedIn, createJournal, type Journal } from './journal.ts';
import { type Asked, killAndKill, lookBack } from './killing.ts';
import { type Load, live, type Offered } from './learner.ts';
import { startMailService } from './mail-service.ts';
import { createPledges } from './pledges.ts';

const activities = 24;

async function invoke(dataDir: string, name: string, event: unknown): Promise<unknown> {
  const found = find({ projectDir: projectFolder, dataDir });
  if (found.kind === 'not-found') throw new Error(found.message);
  const at = new URL(`/2015-03-31/functions/${name}/invocations`, found.system.lambdaEndpoint);
  return (await fetch(at, { method: 'POST', body: JSON.stringify(event) })).json();
}

/** Publishes a sample many times over under other names, so that a learner has much to do. */
async function publish(dataDir: string): Promise<readonly Offered[]> {
  const [content] = (await readActivityFiles((await sampleFiles()).slice(0, 1))).activities;
  if (!content) throw new Error('There is no sample');
  const { file: _, ...sample } = content;
  const test = sample.activity.assessments.find(({ kind }) => kind === 'post-test');
  const credit = sample.activity.credits.find(({ creditType }) => creditType === 'ama-pra-category-1');
  if (!test || !credit) throw new Error('The sample has no Post-Test, or no credit for physicians');
  const key = Object.entries(sample.keys[test.assessmentId] ?? {});
  const right = Object.fromEntries(key.map(([questionId, { right }]) => [questionId, right]));
  const evaluation = Object.fromEntries(
    sample.activity.evaluation.questions.map(({ questionId, kind, options = [] }) => [
      questionId,
      kind === 'text' ? 'I will call for help earlier.' : [options[0]?.optionId ?? '3'],
    ]),
  );
  const offered: Offered[] = [];
  for (let number = 1; number <= activities; number++) {
    const activityId = `${sample.activity.activityId}-${number}`;
    await invoke(dataDir, 'publish-activity', { ...sample, activity: { ...sample.activity, activityId } });
    offered.push({
      ...{ activityId, assessmentId: test.assessmentId, right, evaluation },
      ...{ creditType: credit.creditType, maximum: credit.maximum, step: credit.rule?.step ?? 25 },
    });
  }
  return offered;
}

/** However slow the machine is beside other work, and under a tracer: what is not done by then is stuck. */
const FINISHES_WITHIN_MS = 180_000;

/** Starts it once more, on a later day on which all that waited is due, and lets it finish; @returns what it holds then. */
async function letFinish(system: DoomedSystem, journal: Journal) {
  await system.start({ daysLater: true });
  const endpoint = system.databaseEndpoint();
  const began = performance.now();
  for (;;) {
    await invoke(system.dataDir, 'sweep-outbox', {});
    if (unfinished(await readAll(endpoint)) === 0 || performance.now() - began > FINISHES_WITHIN_MS) {
      // Rows are read one after the other: those of before the last work was done are looked at again now that it is.
      const held = await readAll(endpoint);
      await invoke(system.dataDir, 'sign-heads', {});
      const audited: string[] = [];
      const terminal = { print: (line: string) => audited.push(line), complain: (line: string) => audited.push(line) };
      if (!(await auditCommand.run(['--data', system.dataDir], terminal)))
        journal.failures.push(...audited.map((line) => `wallet audit: ${line}`));
      return held;
    }
    await pause(500);
  }
}

interface Options {
  /** Runs the programs of the system in some other way. */
  readonly wrapping?: (dataDir: string) => Wrapping;
  /** How long a start may take, in milliseconds. */
  readonly readyWithinMs?: number;
  /** What the run must come to. */
  readonly bar?: Bar;
}

const told = (number: number): string => Math.round(number).toLocaleString('en-US');

/** What is said of starts; each that took too long refutes the claim. */
function judgeStarts(starts: readonly number[], within: number) {
  const sorted = starts.toSorted((a, b) => a - b);
  const ms = (share: number): string => `${told(quantile(sorted, share))} ms`;
  const late = sorted.filter((start) => start >= within).length;
  return {
    figures: {
      'start-up after a kill, median': ms(0.5),
      'start-up after a kill, p99': ms(0.99),
      'start-up after a kill, longest': ms(1),
    },
    failures:
      late === 0
        ? []
        : [`${late} of ${starts.length} starts took ${told(within)} ms or more, the longest of them ${ms(1)}`],
  };
}

/**
 * Runs the whole system under load and kills it again and again. After each kill what was acknowledged since the one before is
 * held against the table, and in the end everything that was. The same seed makes the same choices; when a kill falls is the machine's.
 */
export async function proveKills(name: string, asked: Asked, options: Options = {}): Promise<Finding> {
  const { seed, minutes, learners, shortest, longest } = asked;
  const { wrapping, readyWithinMs = Number.POSITIVE_INFINITY, bar } = options;
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-wallet-kills-'));
  const mail = await startMailService();
  const port = await freePort();
  const system = createDoomedSystem({ dataDir, port, mail: mail.endpoint, wrapping: wrapping?.(dataDir) });
  const [journal, pledges, gate] = [createJournal(), createPledges(), createGate()];
  const endAll = (): void => {
    for (const pid of system.processes()) process.kill(pid, 'SIGKILL');
  };
  process.once('exit', endAll);
  try {
    await system.start();
    const offered = await publish(dataDir);
    const until = Date.now() + minutes * 60_000;
    const isOver = (): boolean => Date.now() > until || journal.failures.length > 20;
    const load: Load = {
      ...{ site: system.site, mail, journal, pledges, gate, offered, isOver },
      random: random.fork(),
    };
    let next = 0;
    const oneAfterAnother = async (): Promise<void> => {
      while (!isOver()) await live(`learner-${next++}@example.org`, load);
    };
    // What is under way when the time is over is answered by a system that lives.
    const living = Promise.all(Array.from({ length: learners }, oneAfterAnother));
    const { starts, kills, aliveSeconds } = await killAndKill(system, {
      ...{ asked, random: random.fork(), gate, isOver },
      mayDie: wrapping ? ['everything'] : victims,
      lookBack: () => lookBack(system, pledges, journal),
    });
    await living;
    const acknowledged = acknowledgedIn(journal);
    await system.kill('everything');

    const held = await letFinish(system, journal);
    await system.stop();
    await pause(100);
    const total = sum([...kills.values()]) + 1;
    const documents = join(dataDir, 's3', 'documents');
    const { breaches, extraMails } = examine(held, journal, { documents, taken: mail.taken, kills: total });
    const orphans = system.processes().map((pid) => `The process ${pid} was left behind`);
    const started = judgeStarts(starts, readyWithinMs);
    const come = bar && judgeBar(bar, { kills: total, writes: acknowledged, minutes });
    const counted = (isAcknowledged: boolean): readonly (readonly [string, number])[] =>
      [...journal.counted].filter(([what]) => what.startsWith('acknowledged: ') === isAcknowledged);
    const figures = { ...Object.fromEntries(kills), ...Object.fromEntries(counted(false)) };
    return {
      name,
      tried: acknowledged,
      outcomes: Object.fromEntries(counted(true)),
      figures: {
        kills: told(total),
        ...come?.figures,
        'milliseconds from a start to the kill, each doubling as likely': `${told(shortest)} to ${told(longest)}`,
        'acknowledged writes a second, between start and kill': told(acknowledged / aliveSeconds),
        'acknowledged, and in the end lost, doubled or otherwise wrong': told(breaches.length),
        ...Object.fromEntries(Object.entries(figures).map(([what, count]) => [what, told(count)])),
        'credits awarded, each with one certificate': told(held.awards.length),
        'mails sent once too often': told(extraMails),
        ...started.figures,
      },
      failures: [...journal.failures, ...breaches, ...orphans, ...started.failures, ...(come?.failures ?? [])],
      ...(journal.failures.length + breaches.length > 0 && { explained: explain(held, dataDir) }),
    };
  } finally {
    process.off('exit', endAll);
    endAll();
    await mail.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}
