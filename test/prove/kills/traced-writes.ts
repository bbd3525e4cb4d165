/** What a traced process did to files of a folder that is not known to be on disk. */
export interface Unsynced {
  /** Parts of files that were written since their last sync. */
  readonly ranges: readonly { readonly file: string; readonly from: number; readonly to: number }[];
  /** Bytes appended to files since their last sync. */
  readonly appended: ReadonlyMap<string, number>;
  /** Names that appeared or moved since their folder was synced, oldest first. */
  readonly names: readonly { readonly path: string; readonly from?: string }[];
  /** Parts of files that were written and synced. */
  readonly synced: readonly { readonly file: string; readonly from: number; readonly to: number }[];
}

interface Written {
  file: string;
  from: number;
  readonly to: number;
  /** How many bytes were appended, where the place is not known. */
  readonly appended: number;
  state: 'dirty' | 'synced';
}
interface Named {
  path: string;
  readonly from?: string;
  synced: boolean;
}
/** A call that gives a name, which another thread's call came between: it may fail yet. */
interface Naming {
  readonly named: Named;
  readonly moved: readonly Written[];
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

/**
 * Reads what `strace -f -y` wrote of a run. A sync covers what was written before it began, once it has ended; a call that
 * had begun when the process died may have written.
 */
export function unsyncedIn(trace: string, folder: string): Unsynced {
  const written: Written[] = [];
  const named: Named[] = [];
  const naming = new Map<string, Naming>();
  const syncing = new Map<string, { readonly writes: readonly Written[]; readonly names: readonly Named[] }>();
  const within = (path: string | undefined): path is string => path?.startsWith(`${folder}/`) === true;
  const settle = (pid: string): void => {
    for (const one of syncing.get(pid)?.writes ?? []) one.state = 'synced';
    for (const one of syncing.get(pid)?.names ?? []) one.synced = true;
    syncing.delete(pid);
  };
  const isUnderWay = (one: Named): boolean => [...naming.values()].some((begun) => begun.named === one);
  // A folder that was there already is neither made nor to be taken away with all that it holds.
  const fail = (pid: string): void => {
    const failed = naming.get(pid);
    if (failed) named.splice(named.indexOf(failed.named), 1);
    for (const one of failed?.moved ?? []) one.file = failed?.named.from ?? one.file;
  };
  for (const line of trace.split('\n')) {
    const [, pid = '', resumed, call = '', args = ''] =
      /^(\d+)\s+(<\.\.\. (?=\w+ resumed))?(\w+)(?: resumed>|\()(.*)$/.exec(line) ?? [];
    const failed = / = -1 /.test(args);
    if (failed) syncing.delete(pid);
    if (resumed) {
      if (failed) fail(pid);
      else if (call === 'fsync' || call === 'fdatasync') settle(pid);
      naming.delete(pid);
    }
    if (failed || resumed) continue;
    const isUnfinished = args.includes('<unfinished');
    const name = (one: Named, moved: readonly Written[] = []): void => {
      named.push(one);
      if (isUnfinished) naming.set(pid, { named: one, moved });
    };
    const open = /^\d+<([^>]*)>/.exec(args)?.[1];
    const paths = [...args.matchAll(/"([^"]*)"/g)].map(([, path = '']) => path);
    if ((call === 'fsync' || call === 'fdatasync') && open !== undefined) {
      syncing.set(pid, {
        writes: written.filter(({ file, state }) => file === open && state === 'dirty'),
        names: named.filter((one) => folderOf(one.path) === open && !isUnderWay(one)),
      });
      if (!isUnfinished) settle(pid);
    } else if (call === 'pwrite64' && within(open)) {
      const [, length = 0, from = 0] = (/, (\d+), (\d+)(?:\)| <unfinished)/.exec(args) ?? []).map(Number);
      written.push({ file: open, from, to: from + length, appended: 0, state: 'dirty' });
    } else if (/^(write|writev)$/.test(call) && within(open)) {
      written.push({ file: open, from: 0, to: 0, appended: Number(/ = (\d+)$/.exec(args)?.[1] ?? 0), state: 'dirty' });
    } else if (call === 'openat' && args.includes('O_CREAT') && within(paths[0])) {
      const [path] = paths;
      if (path && !named.some((one) => one.path === path)) name({ path, synced: false });
    } else if (/^(rename|renameat2?|link|linkat|mkdir|mkdirat)$/.test(call) && within(paths.at(-1))) {
      const path = paths.at(-1) ?? '';
      const from = call.startsWith('rename') ? paths[0] : undefined;
      const moved = written.filter(({ file }) => file === from);
      for (const one of moved) one.file = path;
      name({ path, ...(from !== undefined && { from }), synced: false }, moved);
    }
  }
  const dirty = written.filter(({ state }) => state === 'dirty');
  const appended = new Map<string, number>();
  for (const one of dirty) if (one.appended > 0) appended.set(one.file, (appended.get(one.file) ?? 0) + one.appended);
  const rangesOf = (some: readonly Written[]) => some.filter(({ from, to }) => to > from);
  return {
    ranges: rangesOf(dirty),
    appended,
    names: named.filter(({ synced }) => !synced),
    synced: rangesOf(written.filter(({ state }) => state === 'synced')),
  };
}
