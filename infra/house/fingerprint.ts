import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Changes when a file below the folders, or one of the files, was written, added or taken away: sizes and times alone are
 * looked at. The time is that of the last change of any kind, which nobody can set back by copying.
 */
export function fingerprintOfFolders(
  root: string,
  { folders, files }: { readonly folders: readonly string[]; readonly files: readonly string[] },
): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const found = statSync(join(root, path), { throwIfNoEntry: false });
    hash.update(`${path} ${found?.size} ${found?.mtimeMs} ${found?.ctimeMs}\n`);
  };
  for (const folder of folders)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
      if (entry.isFile()) add(join(entry.parentPath, entry.name).slice(root.length + 1));
  files.forEach(add);
  return hash.digest('hex');
}
