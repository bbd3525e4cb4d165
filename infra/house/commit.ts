import { execFileSync } from 'node:child_process';
import { projectFolder } from './project-folder.ts';

/** The commit of the checkout, abbreviated; `unknown` where there is no git. */
export function currentCommit(): string {
  try {
    return execFileSync('git', ['rev-parse', '--short=12', 'HEAD'], {
      cwd: projectFolder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
