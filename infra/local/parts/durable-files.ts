import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

// Folders cannot be opened on Windows, and NTFS logs renames itself.
const canSyncFolders = process.platform !== 'win32';

/** Makes what was created, renamed or removed in a folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  if (!canSyncFolders) return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function syncFolderNow(folder: string): void {
  if (!canSyncFolders) return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

/** The folder and those above it that were missing, the deepest first, each to be synced in the one that holds it. */
const madeFrom = (folder: string, first: string | undefined): readonly string[] => {
  const made: string[] = [];
  for (let at = folder; first !== undefined && at.length >= first.length; at = dirname(at)) made.push(at);
  return made;
};

/** Makes a folder, and those above it, that survive a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  for (const made of madeFrom(folder, await mkdir(folder, { recursive: true }))) await syncFolder(dirname(made));
}

/**
 * Writes a small file that is there whole or not at all, whatever a kill or a power cut falls on, and that stays once this
 * has returned.
 */
export function keepFile(file: string, content: string | Buffer, { mode = 0o644, folderMode = 0o755 } = {}): void {
  const folder = dirname(file);
  for (const made of madeFrom(folder, mkdirSync(folder, { recursive: true, mode: folderMode })))
    syncFolderNow(dirname(made));
  // What a start that was killed left has its own rights.
  rmSync(`${file}.writing`, { force: true });
  writeFileSync(`${file}.writing`, content, { mode, flush: true });
  renameSync(`${file}.writing`, file);
  syncFolderNow(folder);
}
