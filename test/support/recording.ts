import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RecordedRun } from '../../infra/docs/recorded-run.ts';
import { currentCommit } from '../../infra/house/commit.ts';
import { projectFolder } from '../../infra/house/project-folder.ts';
import { machine } from './machine.ts';

/** The commit, and whether what ran was another than it: then nobody can run the same again by it. */
function whatRan(): string {
  const commit = currentCommit();
  if (commit === 'unknown') return commit;
  const code = ['shared', 'functions', 'infra', 'web', 'test', 'package-lock.json'];
  const changed = execFileSync('git', ['status', '--porcelain', '--', ...code], {
    cwd: projectFolder,
    encoding: 'utf8',
  });
  return changed === '' ? commit : `${commit} and changes that are not committed`;
}

/** A run that ends now, on this commit and machine. @param beganMs when it began, as `performance.now()` counts */
export const runOf = (seed: number, command: string, beganMs: number): RecordedRun => ({
  ...{ seed, command, commit: whatRan(), machine: machine() },
  date: new Date().toISOString().slice(0, 10),
  seconds: Math.round((performance.now() - beganMs) / 1_000),
});

/** Keeps what was recorded, from which pages are made (`npm run docs`). */
export function keepRecord(file: string, recorded: object): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
}
