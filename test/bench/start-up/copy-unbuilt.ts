import { execFileSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../infra/house/project-folder.ts';

/** Copies the sources of this checkout to a folder, where nothing is built; what is installed is that of the checkout. */
export function copyUnbuilt(to: string): string {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'],
    {
      ...{ cwd: projectFolder, encoding: 'utf8', maxBuffer: 16 * 1024 * 1024 },
    },
  );
  const folders = new Set(
    listed
      .split('\0')
      .filter((file) => file !== '')
      .map((file) => file.split('/')[0] ?? file),
  );
  // Times too: an older lock file is how the first command knows that all is installed.
  for (const each of folders)
    cpSync(join(projectFolder, each), join(to, each), { recursive: true, preserveTimestamps: true });
  symlinkSync(join(projectFolder, 'node_modules'), join(to, 'node_modules'), 'dir');
  return to;
}
