import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cpuSecondsOfTree, treeOf } from './cpu-of-tree.ts';

/** What a start took from the moment at which it was asked for to its line `ready`. */
export interface Start {
  readonly seconds: number;
  /** Of every process that it took; nothing where the machine does not tell. */
  readonly cpuSeconds: number | undefined;
}

/** npm as whoever runs this has it, or as it is found. */
const npm = (): readonly [string, ...string[]] =>
  process.env.npm_execpath ? [process.env.npm_node_execpath ?? 'node', process.env.npm_execpath] : ['npm'];

/** Runs `npm start` in a folder until it says that it is ready, then stops it and waits for its end. */
export async function startOnce(of: {
  readonly projectDir: string;
  readonly dataDir: string;
  readonly port: number;
}): Promise<Start> {
  const [command, ...before] = npm();
  const asked = ['start', '--', '--port', String(of.port), '--data', of.dataDir];
  // Not as npm would have it behind `npm run`: the inner command is one that somebody types.
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  const began = performance.now();
  const child = spawn(command, [...before, ...asked], {
    ...{ cwd: of.projectDir, env: Object.fromEntries(environment) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  const lines: string[] = [];
  const ready = new Promise<Start>((resolve, reject) => {
    const read = (line: string): void => {
      lines.push(line);
      if (line !== 'ready') return;
      const seconds = (performance.now() - began) / 1_000;
      resolve({ seconds, cpuSeconds: cpuSecondsOfTree(child.pid ?? 0) });
    };
    for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', read);
    void ended.then(() => reject(new Error(`It ended before it was ready:\n${lines.join('\n')}`)));
  });
  try {
    return await ready;
  } finally {
    endHost(of.dataDir, child.pid ?? 0);
    await ended;
  }
}

/** Asks the host to end, whose end those above it wait for; where it did not come that far, ends all that was started. */
function endHost(dataDir: string, npmPid: number): void {
  try {
    const { pid }: { readonly pid: number } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8'));
    process.kill(pid, 'SIGTERM');
  } catch {
    for (const pid of treeOf(npmPid)) process.kill(pid, 'SIGKILL');
  }
}
