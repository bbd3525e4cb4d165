import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { CannotStart } from './cannot-start.ts';
import { freePort } from './port.ts';
import {
  commandLine,
  identify,
  type ProcessIdentity,
  parseIdentity,
  processesOf,
  stillRuns,
} from './process-identity.ts';

export type DynamoDb = {
  readonly endpoint: string;
  /** Whether the folder had its database before this start. */
  readonly keptBefore: boolean;
  stop(): Promise<void>;
};

const readyWithinMs = 10_000;
// dynoxide takes 1.0 to 1.6 s to leave politely. Its SQLite file survives being killed, so do not keep Ctrl-C waiting.
const politeStopMs = 700;

/** The dynoxide binary of this machine's platform, from the npm package that carries it. */
function binary(): string {
  const packageName = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    const manifest = createRequire(import.meta.url).resolve(`${packageName}/package.json`);
    return join(dirname(manifest), process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide');
  } catch {
    throw new CannotStart(
      `The embedded DynamoDB (${packageName}) is not installed. Run npm install, or set AWS_ENDPOINT_URL_DYNAMODB to a DynamoDB Local.`,
    );
  }
}

async function answers(endpoint: string): Promise<boolean> {
  try {
    const reply = await fetch(endpoint, { signal: AbortSignal.timeout(1000) });
    await reply.body?.cancel();
    return reply.ok;
  } catch {
    return false;
  }
}

async function endsWithin(owner: ProcessIdentity, ms: number): Promise<boolean> {
  const deadline = performance.now() + ms;
  while (stillRuns(owner)) {
    if (performance.now() > deadline) return false;
    await pause(5);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal, which is what was wanted.
  }
}

async function killProcess(owner: ProcessIdentity): Promise<void> {
  signal(owner.pid, 'SIGKILL');
  await endsWithin(owner, 5000);
}

async function stopProcess(owner: ProcessIdentity): Promise<void> {
  signal(owner.pid, 'SIGTERM');
  if (!(await endsWithin(owner, politeStopMs))) await killProcess(owner);
}

/**
 * Kills the dynoxide that a killed host left behind on this database: two on one file would not see each other's writes. At
 * once, since somebody waits for the start; what it acknowledged is on disk.
 */
async function stopOrphan(pidFile: string, databaseFile: string): Promise<void> {
  let text: string;
  try {
    text = readFileSync(pidFile, 'utf8');
  } catch {
    return;
  }
  const known = parseIdentity(text);
  // A host that was killed between starting it and saying so left only that it was about to.
  const orphans = known
    ? [known]
    : processesOf('dynoxide', `--db-path ${databaseFile}`).flatMap((pid) =>
        pid === process.pid ? [] : (identify(pid) ?? []),
      );
  for (const orphan of orphans.filter(stillRuns)) {
    const command = commandLine(orphan.pid);
    // Never signal a stranger: it must be dynoxide, and on this very file.
    if (command?.includes('dynoxide') && command.includes(databaseFile)) await killProcess(orphan);
  }
  rmSync(pidFile, { force: true });
}

async function untilReady(child: ChildProcess, endpoint: string, said: () => string): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  while (!(await answers(endpoint))) {
    if (child.exitCode !== null || child.signalCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL');
      throw new Error(`The embedded DynamoDB did not start: ${said().trim() || 'it said nothing'}`);
    }
    await pause(15);
  }
}

/**
 * Starts dynoxide on `dataDir/dynamodb.sqlite` and waits until it answers; should it die by itself it is started again on
 * the same port. With `AWS_ENDPOINT_URL_DYNAMODB` set nothing is started and that endpoint is used. The caller holds the
 * folder's lock. Writes are on disk when they are acknowledged: they survive kill -9 of the host and of dynoxide.
 */
export async function startDynamoDb({ dataDir, port }: { dataDir: string; port?: number }): Promise<DynamoDb> {
  const given = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  if (given) return { endpoint: given, keptBefore: false, stop: async () => {} };

  mkdirSync(dataDir, { recursive: true });
  const databaseFile = resolve(dataDir, 'dynamodb.sqlite');
  const pidFile = join(dataDir, 'dynamodb.pid');
  const keptBefore = existsSync(databaseFile);
  await stopOrphan(pidFile, databaseFile);

  const program = binary();
  const chosen = await freePort(port);
  const endpoint = `http://127.0.0.1:${chosen}`;
  let running: ProcessIdentity | undefined;
  let stopping = false;

  async function launch(): Promise<void> {
    // A process group of its own: Ctrl-C reaches the host alone, which lets running requests end before it stops the database.
    writeFileSync(pidFile, 'starting');
    const child = spawn(
      program,
      ['serve', '--host', '127.0.0.1', '--port', String(chosen), '--db-path', databaseFile],
      {
        detached: true,
        stdio: ['ignore', 'ignore', 'pipe'],
        env: { PATH: process.env.PATH },
      },
    );
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => {
      said = `${said}${chunk}`.slice(-2000);
    });
    child.on('error', (error) => {
      said = error.message;
    });
    running = child.pid === undefined ? undefined : identify(child.pid);
    if (running) writeFileSync(pidFile, JSON.stringify(running));
    await untilReady(child, endpoint, () => said);
    child.once('exit', () => {
      if (!stopping) launch().catch((error: unknown) => console.error(error));
    });
  }

  await launch();
  // A host that ends without stopping its parts, as when it could not start, leaves no database behind.
  const takeAlong = (): void => {
    if (running) signal(running.pid, 'SIGKILL');
  };
  process.once('exit', takeAlong);
  return {
    ...{ endpoint, keptBefore },
    async stop() {
      stopping = true;
      process.off('exit', takeAlong);
      if (running) await stopProcess(running);
      rmSync(pidFile, { force: true });
    },
  };
}
