import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/**
 * Which run of which program a process id stands for. Ids are used again, so an id alone proves nothing:
 * the start tells two processes of one id apart.
 */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string };

const hasProc = existsSync('/proc/self/stat');

function run(command: string, ...args: string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 5000 }).trim();
  } catch {
    return undefined; // both `ps` and PowerShell fail when there is no such process
  }
}

function startFromProc(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in parentheses, which may hold blanks; field 22 is the start in ticks since boot.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, ticks] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || ticks === undefined) return undefined; // ended, only not yet collected by its parent
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${ticks}`;
  } catch {
    return undefined;
  }
}

/** All that can be known where neither /proc nor a program tells when a process started. */
function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** When the process started, in a form only good for comparing; undefined when no such process runs. */
function startOf(pid: number): string | undefined {
  if (hasProc) return startFromProc(pid);
  const told =
    process.platform === 'win32'
      ? run('powershell', '-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`)
      : run('ps', '-o', 'lstart=', '-p', String(pid));
  return told || (answersSignals(pid) ? 'unknown' : undefined);
}

/** Identifies a running process; undefined when none has that id. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = startOf(pid);
  return startedAt ? { pid, startedAt } : undefined;
}

/** Whether this very process, not a later one with the same id, still runs. */
export function stillRuns({ pid, startedAt }: ProcessIdentity): boolean {
  return startOf(pid) === startedAt;
}

/** The program and arguments of a running process as one line; undefined when none has that id. */
export function commandLine(pid: number): string | undefined {
  try {
    if (hasProc) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return undefined;
  }
  if (process.platform === 'win32') {
    return run(
      'powershell',
      '-NoProfile',
      '-Command',
      `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`,
    );
  }
  return run('ps', '-o', 'command=', '-p', String(pid));
}

/** Ids of the running processes whose program and arguments contain all of the texts. */
export function processesOf(...texts: readonly string[]): readonly number[] {
  const lines = hasProc
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => `${pid} ${commandLine(Number(pid)) ?? ''}`)
    : process.platform === 'win32'
      ? run(
          'powershell',
          '-NoProfile',
          '-Command',
          'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.CommandLine)" }',
        )?.split(/\r?\n/)
      : run('ps', '-axo', 'pid=,command=')?.split('\n');
  return (lines ?? [])
    .filter((line) => texts.every((text) => line.includes(text)))
    .map((line) => Number.parseInt(line, 10));
}

/** Reads an identity that was written as JSON; undefined for anything else (a torn or foreign file). */
export function parseIdentity(text: string): ProcessIdentity | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('startedAt' in value)) return undefined;
    const { pid, startedAt } = value;
    return Number.isInteger(pid) && typeof pid === 'number' && typeof startedAt === 'string'
      ? { pid, startedAt }
      : undefined;
  } catch {
    return undefined;
  }
}
