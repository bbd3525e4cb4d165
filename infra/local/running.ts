import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import * as z from 'zod/mini';
import { identify, stillRuns } from './parts/process-identity.ts';

const runningSystem = z.object({
  dataDir: z.string(),
  pid: z.int(),
  /** Tells this process from a later one with the same id. */
  startedAt: z.string(),
  /** Where its functions are invoked by Lambda's wire protocol. */
  lambdaEndpoint: z.string(),
  /** Where its tables are read by DynamoDB's wire protocol. */
  dynamoDbEndpoint: z.string(),
  site: z.string(),
});

/** A system that runs on this machine, as its host announced it. */
export type RunningSystem = z.infer<typeof runningSystem>;

export type Found =
  | { readonly kind: 'found'; readonly system: RunningSystem }
  /** One whole line that says what to do. */
  | { readonly kind: 'not-found'; readonly message: string };

const inData = (dataDir: string): string => join(dataDir, 'running.json');
const listIn = (projectDir: string): string => join(projectDir, '.cache', 'running');

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** A folder as it is typed from here, unless it lies elsewhere. */
function nearName(folder: string): string {
  const near = relative(process.cwd(), folder);
  return near.startsWith('..') ? folder : near || '.';
}

/** What a file announces, when it is whole and its process still runs. */
function alive(file: string): RunningSystem | undefined {
  try {
    const { success, data } = runningSystem.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return success && stillRuns(data) ? data : undefined;
  } catch {
    return undefined; // absent, or torn by a power cut: nothing is announced there
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    return [];
  }
}

/**
 * Says where a system runs, in its data folder and in the checkout's list, so that the `wallet` command finds it. What a
 * killed process announced is ignored, since its process is gone; `withdraw` takes it back when the host stops.
 */
export function announce(system: {
  readonly projectDir: string;
  readonly dataDir: string;
  readonly pid: number;
  readonly lambdaEndpoint: string;
  readonly dynamoDbEndpoint: string;
  readonly site: string;
}): { withdraw(): void } {
  const { projectDir, pid, lambdaEndpoint, dynamoDbEndpoint, site } = system;
  const dataDir = resolve(system.dataDir);
  const list = listIn(projectDir);
  mkdirSync(list, { recursive: true });
  for (const name of namesIn(list)) if (!alive(join(list, name))) rmSync(join(list, name), { force: true });
  const startedAt = identify(pid)?.startedAt ?? '';
  const text = JSON.stringify({ dataDir, pid, startedAt, lambdaEndpoint, dynamoDbEndpoint, site });
  const files = [inData(dataDir), join(list, `${pid}.json`)];
  for (const file of files) writeWhole(file, text);
  return {
    withdraw() {
      for (const file of files) if (alive(file)?.pid === pid) rmSync(file, { force: true });
    },
  };
}

/**
 * Finds the system that runs on `dataDir` or, when that is not given, on `.wallet` or else the only one that was started
 * from this checkout.
 */
export function find({ projectDir, dataDir }: { readonly projectDir: string; readonly dataDir?: string }): Found {
  const named = dataDir === undefined ? join(projectDir, '.wallet') : resolve(dataDir);
  const system = alive(inData(named));
  if (system) return { kind: 'found', system };
  const list = listIn(projectDir);
  const others = namesIn(list).flatMap((name) => alive(join(list, name)) ?? []);
  const [only, ...more] = dataDir === undefined ? others : [];
  if (only && more.length === 0) return { kind: 'found', system: only };
  const folders = others.map((other) => nearName(other.dataDir)).sort();
  return {
    kind: 'not-found',
    message: only
      ? `Several systems are running: ${folders.join(', ')}. Name one of these folders with --data.`
      : `No system is running on ${dataDir ?? '.wallet'}. Start it with npm start, or name its folder with --data.`,
  };
}
