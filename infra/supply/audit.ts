/**
 * Asks the registry for known vulnerabilities of what is pinned: `node infra/local/run.mjs advisories`. Exit code 1 where there is
 * one that no decision argues, 77 where nothing could be checked.
 */
import { spawnSync } from 'node:child_process';
import { projectFolder } from '../house/project-folder.ts';
import { readAudit } from './advisories.ts';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { stdout, error } = spawnSync(npm, ['audit', '--json'], {
  ...{ cwd: projectFolder, encoding: 'utf8', shell: process.platform === 'win32' },
  ...{ timeout: 120_000, maxBuffer: 64 * 1024 * 1024 },
});
const audited = readAudit(error ? '' : stdout);
if (audited.kind === 'not checked') {
  console.log(`Not checked on this machine: ${error?.message ?? audited.why}`);
  process.exitCode = 77;
} else {
  for (const line of audited.open) console.log(line);
  console.log(`${audited.open.length} known vulnerabilities, ${audited.argued} more that a decision argues`);
  process.exitCode = audited.open.length === 0 ? 0 : 1;
}
