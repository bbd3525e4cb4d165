import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second for whoever reads it here, whatever the kernel's own clock. */
const TICKS_A_SECOND = 100;

/** The fields of a process behind its name, which stands in brackets and may hold anything (proc(5)). */
const fieldsOf = (pid: number): readonly string[] =>
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];

const childrenOf = (pid: number): readonly number[] =>
  readdirSync(`/proc/${pid}/task`)
    .flatMap((thread) => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').trim().split(' '))
    .filter((child) => child !== '')
    .map(Number);

/** A process and all that it started and that still run, each before its children. */
export function treeOf(pid: number): readonly number[] {
  try {
    return [pid, ...childrenOf(pid).flatMap(treeOf)];
  } catch {
    // It ended while it was looked at, or this is no Linux.
    return [];
  }
}

/**
 * The processor time of a process and of all that it started, in seconds: of those that run still, and by their parents of those
 * that ended. Nothing where the machine does not tell.
 */
export function cpuSecondsOfTree(pid: number): number | undefined {
  try {
    const ticks = treeOf(pid).flatMap((each) => fieldsOf(each).slice(11, 15).map(Number));
    return ticks.length === 0 ? undefined : ticks.reduce((sum, each) => sum + each) / TICKS_A_SECOND;
  } catch {
    return undefined;
  }
}
