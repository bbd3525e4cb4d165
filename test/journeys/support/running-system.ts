import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A system as a user starts it: its own process, its own folder, its own port. */
export interface RunningSystem {
  readonly site: string;
  readonly mail: string;
  /** The staff's console. */
  readonly admin: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything that it printed so far. */
  printed(): readonly string[];
  /** Sends a signal and waits until the process has ended; gives the exit code. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null>;
  /** Ends it and takes its folder away. */
  remove(): Promise<void>;
}

/** For what is shown only when a day is over. */
const anotherDay = new URL('./another-day.mjs', import.meta.url).href;
const READY_WITHIN_MS = 120_000;

/** Whether nothing listens on a port now. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/**
 * Two neighbouring ports that are free now: one for the site, one for its mailbox. Of those that no operating system hands out by
 * itself (Linux does from 32,768 on): a system that is started anew on its port would find somebody’s connection on it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + 2 * Math.floor(Math.random() * 5_000);
    if ((await isFree(port)) && (await isFree(port + 1))) return port;
  }
}

/** Starts `npm start`'s own program on a folder and waits for its line `ready`. */
export async function startRunningSystem(
  options: {
    readonly dataDir?: string;
    readonly port?: number;
    readonly twoDaysLater?: boolean;
    /** What takes its mail by the protocol of SES, in place of its own mailbox. */
    readonly mailEndpoint?: string;
  } = {},
): Promise<RunningSystem> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'credit-wallet-journey-'));
  const port = options.port ?? (await freePort());
  const child: ChildProcess = spawn(
    process.execPath,
    [
      ...(options.twoDaysLater ? ['--import', anotherDay] : []),
      'infra/local/start.ts',
      '--port',
      String(port),
      '--data',
      dataDir,
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...(options.mailEndpoint && { AWS_ENDPOINT_URL_SES: options.mailEndpoint }) },
    },
  );
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const ready = new Promise<void>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`Not ready in time:\n${lines.join('\n')}`)), READY_WITHIN_MS);
    const read = (line: string): void => {
      lines.push(line);
      if (line !== 'ready') return;
      clearTimeout(late);
      resolve();
    };
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', read);
    void ended.then((code) => {
      clearTimeout(late);
      reject(new Error(`The system ended with ${code}:\n${lines.join('\n')}`));
    });
  });
  await ready;
  const after = (word: string): string =>
    lines.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? '';
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    return ended;
  };
  return {
    site: after('site'),
    mail: after('mail'),
    admin: after('admin'),
    dataDir,
    pid: child.pid ?? 0,
    printed: () => lines,
    end,
    remove: async () => {
      await end('SIGINT');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
