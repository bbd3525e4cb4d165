import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  ftruncateSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../simulation/random.ts';
import type { Wrapping } from './doomed-system.ts';
import { type Unsynced, unsyncedIn } from './traced-writes.ts';

const calls = [
  ...['openat', 'write', 'writev', 'pwrite64', 'fsync', 'fdatasync'],
  ...['rename', 'renameat', 'renameat2', 'link', 'linkat', 'mkdir', 'mkdirat'],
];

/** Whether the system can be traced here: strace, and leave to use it. */
export const canTrace = (): boolean =>
  spawnSync('strace', ['-f', '--seccomp-bpf', '-qq', '-e', 'trace=openat', 'true']).status === 0;

/** What one cut took away. */
interface Dropped {
  writes: number;
  names: number;
}

/** Takes away what was not synced: all of it, or each piece by chance, since a disk keeps no order. */
export function cutPower(folder: string, unsynced: Unsynced, before: string | undefined, random: Random): Dropped {
  const dropped: Dropped = { writes: 0, names: 0 };
  const all = random.chance(0.5);
  const isDropped = (): boolean => all || random.chance(0.5);

  for (const [file, bytes] of unsynced.appended) {
    if (!existsSync(file) || !isDropped()) continue;
    truncateSync(file, Math.max(0, statSync(file).size - (all ? bytes : random.between(1, bytes + 1))));
    dropped.writes++;
  }
  for (const [file, ranges] of Map.groupBy(unsynced.ranges, (range) => range.file)) {
    // What is shared between processes alone is made anew by the database.
    if (!existsSync(file) || file.endsWith('-shm')) continue;
    const gone = ranges.filter(isDropped);
    const kept = [
      ...ranges.filter((range) => !gone.includes(range)),
      ...unsynced.synced.filter((one) => one.file === file),
    ];
    const old = file.endsWith('.sqlite') ? before : undefined;
    const opened = openSync(file, 'r+');
    for (const { from, to } of gone) {
      // What was written in the same place and is on disk is not known any more; it is left as it is.
      if (kept.some((one) => one.from < to && from < one.to)) continue;
      const blank = Buffer.alloc(to - from);
      if (old) {
        const earlier = openSync(old, 'r');
        readSync(earlier, blank, 0, blank.length, from);
        closeSync(earlier);
      }
      writeSync(opened, blank, 0, blank.length, from);
      dropped.writes++;
    }
    // A file that had grown is as long again as what is known of it.
    const known = Math.max(0, ...kept.map(({ to }) => to));
    const grown = gone.filter(({ from }) => from >= known);
    if (!old && grown.some(({ to }) => to >= statSync(file).size))
      ftruncateSync(opened, Math.min(...grown.map(({ from }) => from)));
    closeSync(opened);
  }
  // The latest first, so that what was made and then moved goes the way that it came.
  for (const { path, from } of unsynced.names.toReversed()) {
    if (!path.startsWith(folder) || /-(wal|shm)$/.test(path) || !existsSync(path) || !isDropped()) continue;
    if (from === undefined) rmSync(path, { recursive: true, force: true });
    else if (!existsSync(from)) renameSync(path, from);
    dropped.names++;
  }
  return dropped;
}

/** Runs the host and its database under a tracer, and cuts the power at each kill. */
export function tracedPowerCuts(
  dataDir: string,
  random: Random,
  { scratch, sum }: { readonly scratch: string; readonly sum: Dropped & { cuts: number } },
): { readonly wrapping: Wrapping } {
  const log = join(scratch, 'trace');
  const before = join(scratch, 'before.sqlite');
  const database = join(dataDir, 'dynamodb.sqlite');
  const wrapping: Wrapping = {
    prefix: [
      'strace',
      '-f',
      '--seccomp-bpf',
      '-qq',
      '-y',
      '-s',
      '0',
      '-e',
      'signal=none',
      '-e',
      `trace=${calls}`,
      '-o',
      log,
    ],
    killed() {
      if (!existsSync(log)) return;
      const dropped = cutPower(
        dataDir,
        unsyncedIn(readFileSync(log, 'utf8'), dataDir),
        existsSync(before) ? before : undefined,
        random,
      );
      rmSync(log);
      if (existsSync(database)) copyFileSync(database, before);
      sum.cuts++;
      sum.writes += dropped.writes;
      sum.names += dropped.names;
    },
  };
  return { wrapping };
}
