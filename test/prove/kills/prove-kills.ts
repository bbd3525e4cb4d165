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
import { type Random, randomFrom } from '../../simulation/random.ts';
import type { Finding } from '../proof.ts';
import { createDoomedSystem, type DoomedSystem, type Victim, victims, type Wrapping } from './doomed-system.ts';
import { examine, readAll, unfinished } from './examine.ts';
import { acknowledgedIn, createJournal, type Journal } from './journal.ts';
import { type Load, live, type Offered } from './learner.ts';
import { startMailService } from './mail-service.ts';

export interface Asked {
  readonly seed: number;
  readonly minutes: number;
  /** How many learners are under way at once. */
  readonly learners: number;
  /** How long the system runs before it is killed, in milliseconds: at least, and at most. */
  readonly shortest: number;
  readonly longest: number;
}

/** The time from a start to its line `ready` that nobody waits beyond, in milliseconds, at the 99th percentile. */
const READY_WITHIN_MS = 2_000;
const activities = 24;

/** Each doubling is as likely as the next, so that what has just started is met as often as what runs at full speed. */
const uptimeMs = ({ shortest, longest }: Asked, random: Random): number =>
  shortest * (longest / shortest) ** random.fraction();

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

interface Killing {
  readonly starts: number[];
  readonly kills: Map<string, number>;
}

/** Kills and starts again until the time is over, then once more. */
async function killAndKill(
  system: DoomedSystem,
  given: {
    readonly asked: Asked;
    readonly random: Random;
    readonly isOver: () => boolean;
    readonly mayDie: readonly Victim[];
  },
): Promise<Killing> {
  const { asked, random, isOver, mayDie } = given;
  const starts: number[] = [];
  const kills = new Map<string, number>();
  const kill = async (victim: Victim, when: string): Promise<void> => {
    await system.kill(victim);
    const what = `kills of ${victim}${when}`;
    kills.set(what, (kills.get(what) ?? 0) + 1);
  };
  const pickVictim = (): Victim => (random.chance(0.7) ? 'everything' : random.pick(mayDie));
  while (!isOver()) {
    await pause(uptimeMs(asked, random));
    const victim = pickVictim();
    await kill(victim, '');
    if (victim === 'database alone') continue;
    if (random.chance(0.08)) {
      // In the middle of a start as well.
      const starting = system.start();
      await pause(random.fraction() * 600);
      await kill('everything', ', during a start');
      await starting;
    }
    const ready = await system.start();
    if (ready !== undefined) starts.push(ready);
  }
  await kill('everything', '');
  return { starts, kills };
}

/** Starts it once more, on a later day on which all that waited is due, and lets it finish; @returns what it holds then. */
async function letFinish(system: DoomedSystem, journal: Journal) {
  await system.start({ daysLater: true });
  const endpoint = system.databaseEndpoint();
  for (let tries = 0; ; tries++) {
    await invoke(system.dataDir, 'sweep-outbox', {});
    const held = await readAll(endpoint);
    if (unfinished(held) === 0 || tries === 40) {
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

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/**
 * Runs the whole system under load and kills it again and again; then holds everything that was acknowledged against what
 * is there. The same seed makes the same choices; when a kill falls is the machine's.
 */
export async function proveKills(
  name: string,
  asked: Asked,
  wrapping?: (dataDir: string) => Wrapping,
): Promise<Finding> {
  const { seed, minutes, learners } = asked;
  const random = randomFrom(seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'credit-wallet-kills-'));
  const mail = await startMailService();
  const port = await freePort();
  const system = createDoomedSystem({ dataDir, port, mail: mail.endpoint, wrapping: wrapping?.(dataDir) });
  const journal = createJournal();
  const endAll = (): void => {
    for (const pid of system.processes()) process.kill(pid, 'SIGKILL');
  };
  process.once('exit', endAll);
  try {
    await system.start();
    const offered = await publish(dataDir);
    const until = Date.now() + minutes * 60_000;
    const isOver = (): boolean => Date.now() > until || journal.failures.length > 20;
    const load: Load = { ...{ site: system.site, mail, journal, random: random.fork(), offered }, isOver };
    let next = 0;
    const oneAfterAnother = async (): Promise<void> => {
      while (!isOver()) await live(`learner-${next++}@example.org`, load);
    };
    // What is under way when the time is over is answered by a system that lives.
    const living = Promise.all(Array.from({ length: learners }, oneAfterAnother));
    const { starts, kills } = await killAndKill(system, {
      ...{ asked, random: random.fork(), isOver },
      mayDie: wrapping ? ['everything'] : victims,
    });
    await system.start();
    await living;
    await system.kill('everything');

    const held = await letFinish(system, journal);
    await system.stop();
    await pause(100);
    const total = [...kills.values()].reduce((sum, count) => sum + count, 1);
    const documents = join(dataDir, 's3', 'documents');
    const { breaches, extraMails } = examine(held, journal, { documents, taken: mail.taken, kills: total });
    const orphans = system.processes().map((pid) => `The process ${pid} was left behind`);
    const sorted = starts.toSorted((a, b) => a - b);
    const slow = quantile(sorted, 0.99);
    const late =
      slow < READY_WITHIN_MS
        ? []
        : [`One start of a hundred took ${Math.round(slow)} ms or more, and 2,000 are allowed`];
    const acknowledged = acknowledgedIn(journal);
    const failures = [...journal.failures, ...breaches, ...orphans, ...late];
    const ms = (share: number): string => `${Math.round(quantile(sorted, share))} ms`;
    return {
      name,
      tried: acknowledged,
      outcomes: Object.fromEntries(
        [...journal.counted].filter(([what]) => what.startsWith('acknowledged: ')).map(([what, n]) => [what, n]),
      ),
      figures: {
        kills: String(total),
        ...Object.fromEntries([...kills].map(([what, count]) => [what, String(count)])),
        'acknowledged and lost, doubled or otherwise wrong': String(breaches.length),
        ...Object.fromEntries(
          [...journal.counted]
            .filter(([what]) => !what.startsWith('acknowledged: '))
            .map(([what, n]) => [what, String(n)]),
        ),
        'credits awarded, each with one certificate': String(held.awards.length),
        'mails sent once too often': String(extraMails),
        'start-up after a kill, median': ms(0.5),
        'start-up after a kill, p99': ms(0.99),
        'start-up after a kill, longest': ms(1),
      },
      failures,
    };
  } finally {
    process.off('exit', endAll);
    endAll();
    await mail.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}
