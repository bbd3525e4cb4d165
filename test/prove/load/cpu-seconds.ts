import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second for whoever reads it here, whatever the kernel's own clock. */
const TICKS_A_SECOND = 100;

/** The processor time that a process has taken with all its threads; nothing where the machine does not tell. */
export function cpuSecondsOf(pid: number): number | undefined {
  try {
    // The name, in brackets, may hold anything; utime and stime are the 14th and 15th of the whole line (proc(5)).
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return undefined;
  }
}
