import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../infra/house/project-folder.ts';

/** What the last run of every test took, as `test/setup/last-suite.ts` noted it. */
export interface LastSuite {
  /** The civil date, UTC, on which it ended. */
  readonly date: string;
  readonly tests: number;
  readonly seconds: number;
  /** Of the runner and everything that it started; nothing where the machine does not tell. */
  readonly cpuSeconds?: number;
}

/** Where it is noted. */
export const lastSuiteFile = join(projectFolder, '.cache', 'last-suite.json');

/** The last run of every test, or nothing where there was none on this checkout. */
export const lastSuite = (): LastSuite | undefined =>
  existsSync(lastSuiteFile) ? JSON.parse(readFileSync(lastSuiteFile, 'utf8')) : undefined;
