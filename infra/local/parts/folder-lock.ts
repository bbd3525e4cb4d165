import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotStart } from './cannot-start.ts';
import { identify, parseIdentity, stillRuns } from './process-identity.ts';

export type FolderLock = { release(): void };

function errorCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

/** Puts our file in place unless one is there; a hard link appears whole or not at all. */
function claim(claimFile: string, lockFile: string): boolean {
  try {
    linkSync(claimFile, lockFile);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Takes a dead owner's file away, but never one that a rival put there since we read it. */
function removeStale(lockFile: string, stale: string, asideFile: string): void {
  try {
    renameSync(lockFile, asideFile);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return;
    throw error;
  }
  if (read(asideFile) !== stale) claim(asideFile, lockFile);
  rmSync(asideFile, { force: true });
}

/** What a person can mend of a folder that cannot be made or written to. */
const unusable: Readonly<Record<string, string>> = {
  EEXIST: 'is a file',
  ENOTDIR: 'lies below a file',
  EACCES: 'is not yours to write to',
  EPERM: 'is not yours to write to',
  EROFS: 'can only be read',
  ENOSPC: 'has no space left',
};

/** @throws CannotStart `X is a file. Name another folder with --data.` */
function usable<Made>(folder: string, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    const why = unusable[String(errorCode(error))];
    throw why === undefined
      ? error
      : new CannotStart(`${folder} ${why}. Name another folder with --data.`, { cause: error });
  }
}

/**
 * Makes this process the only user of a data folder, which is created when missing. A lock whose process is gone
 * (killed, or its id now belongs to another program) is taken over.
 * @throws CannotStart `The folder X is in use by process N. Stop it or choose another with --data.`
 */
export function lockFolder(folder: string): FolderLock {
  usable(folder, () => mkdirSync(folder, { recursive: true }));
  const lockFile = join(folder, 'lock');
  const ours = JSON.stringify({ ...identify(process.pid), claim: randomUUID() });
  const claimFile = join(folder, `lock.${process.pid}.${randomUUID()}`);
  // Not synced: after a power cut nobody holds it, whatever is left of it.
  usable(folder, () => writeFileSync(claimFile, ours));
  try {
    while (!claim(claimFile, lockFile)) {
      const theirs = read(lockFile);
      if (theirs === undefined) continue;
      const owner = parseIdentity(theirs);
      if (owner && stillRuns(owner)) {
        throw new CannotStart(
          `The folder ${folder} is in use by process ${owner.pid}. Stop it or choose another with --data.`,
        );
      }
      removeStale(lockFile, theirs, `${claimFile}.stale`);
    }
  } finally {
    rmSync(claimFile, { force: true });
  }
  return {
    release() {
      if (read(lockFile) === ours) rmSync(lockFile, { force: true });
    },
  };
}
