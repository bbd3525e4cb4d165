import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { projectFolder } from '../../../infra/house/project-folder.ts';
import {
  commandLine,
  identify,
  type ProcessIdentity,
  parseIdentity,
  processesOf,
  stillRuns,
} from '../../../infra/local/parts/process-identity.ts';

/** What a kill takes: all of it, as a crash of the machine does, or one of the two processes. */
export const victims = ['everything', 'host alone', 'database alone'] as const;
export type Victim = (typeof victims)[number];

/** Runs the programs of the system in some other way, under a tracer for one. */
export interface Wrapping {
  /** Program and arguments before those of the host. */
  readonly prefix?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Told when everything was killed and nothing runs any more, before the next start. */
  readonly killed?: () => void;
}

export interface DoomedSystem {
  readonly site: string;
  readonly dataDir: string;
  /** Starts it and waits until it says that it is ready. @returns milliseconds, or nothing when it was killed before. */
  start(options?: { readonly daysLater?: boolean }): Promise<number | undefined>;
  /** `kill -9`, and waits until what was to die is gone. */
  kill(victim: Victim): Promise<void>;
  /** Asks it to stop, as Ctrl-C does. */
  stop(): Promise<void>;
  /** Where its database listens. */
  databaseEndpoint(): string;
  /** Ids of processes of it that run. */
  processes(): readonly number[];
}

const READY_WITHIN_MS = 180_000;
const later = new URL('../../journeys/support/another-day.mjs', import.meta.url).href;

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It is gone, which is what was wanted.
  }
}

/** `npm start`'s own program on a folder, without npm in between, so that its end is seen at once. */
export function createDoomedSystem(options: {
  readonly dataDir: string;
  readonly port: number;
  /** Where mail is handed over: a service that does not die with the machine. */
  readonly mail: string;
  readonly wrapping?: Wrapping | undefined;
}): DoomedSystem {
  const { dataDir, port, wrapping = {} } = options;
  const { prefix = [], environment = {} } = wrapping;
  let host: { readonly process: ChildProcess; readonly ended: Promise<void>; readonly said: string[] } | undefined;

  const databaseOf = () => {
    const file = join(dataDir, 'dynamodb.pid');
    const found = existsSync(file) ? parseIdentity(readFileSync(file, 'utf8')) : undefined;
    return found && stillRuns(found) ? found : undefined;
  };
  const ofDatabase = (): readonly number[] => processesOf('dynoxide', `--db-path ${join(dataDir, 'dynamodb.sqlite')}`);
  const ofHost = (): readonly number[] => processesOf('infra/local/start.ts', `--data ${dataDir}`);

  async function gone(killed: readonly ProcessIdentity[]): Promise<void> {
    for (const until = Date.now() + 10_000; killed.some(stillRuns) && Date.now() < until; ) await pause(2);
  }

  return {
    site: `http://127.0.0.1:${port}`,
    dataDir,
    async start({ daysLater = false } = {}) {
      const began = performance.now();
      const program = [process.execPath, ...(daysLater ? ['--import', later] : []), 'infra/local/start.ts'];
      const [command = '', ...args] = [...prefix, ...program, '--port', String(port), '--data', dataDir];
      const child = spawn(command, args, {
        cwd: projectFolder,
        // A group of its own: what kills the host spares the prover, and takes a tracer along.
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, ...environment, AWS_ENDPOINT_URL_SES: options.mail },
      });
      const said: string[] = [];
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      host = { process: child, ended, said };
      const ready = new Promise<true>((resolve) => {
        for (const stream of [child.stdout, child.stderr])
          if (stream)
            createInterface({ input: stream }).on('line', (line) => {
              said.push(line);
              if (line === 'ready') resolve(true);
            });
      });
      const late = new Promise<never>((_, reject) => {
        const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${said.join('\n')}`)), READY_WITHIN_MS);
        void Promise.race([ready, ended]).then(() => clearTimeout(timer));
      });
      const isReady = await Promise.race([ready, ended.then(() => false), late]);
      if (isReady) return performance.now() - began;
      // By our own hand, or it could not start at all.
      if (child.signalCode === 'SIGKILL' || child.exitCode === 137) return undefined;
      throw new Error(`The system ended with ${child.exitCode ?? child.signalCode}:\n${said.join('\n')}`);
    },
    async kill(victim) {
      const pid = host?.process.pid;
      // A tracer ends by itself after those whom it traces, and has told everything then.
      const traced =
        prefix.length === 0 ? [] : ofHost().filter((one) => !commandLine(one)?.startsWith(`${prefix[0]} `));
      if (victim !== 'database alone' && pid)
        for (const one of traced.length > 0 ? traced : [-pid]) signal(one, 'SIGKILL');
      if (victim === 'host alone') return host?.ended;
      const written = databaseOf();
      // One that was just started and is not yet written down dies as well.
      const databases = written ? [written] : ofDatabase().flatMap((one) => identify(one) ?? []);
      for (const one of databases) signal(one.pid, 'SIGKILL');
      await gone(databases);
      if (victim !== 'everything') return;
      await host?.ended;
      wrapping.killed?.();
    },
    async stop() {
      const pid = host?.process.pid;
      if (pid) signal(-pid, 'SIGTERM');
      await host?.ended;
    },
    databaseEndpoint() {
      const database = databaseOf();
      const port = /--port (\d+)/.exec((database && commandLine(database.pid)) ?? '')?.[1];
      if (!port) throw new Error('The database does not run');
      return `http://127.0.0.1:${port}`;
    },
    processes: () => [...ofHost(), ...ofDatabase()],
  };
}
