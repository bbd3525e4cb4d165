import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Reporter, TestSpecification, Vitest } from 'vitest/node';
import { cpuSecondsOfTree } from '../bench/start-up/cpu-of-tree.ts';
import { type LastSuite, lastSuiteFile } from '../bench/start-up/last-suite.ts';

/** Notes what a run took in which every test of every file ran and passed, for `npm run bench:start-up`. Of other runs it says nothing. */
export default class NotesTheSuite implements Reporter {
  #vitest: Vitest | undefined;
  #whole = false;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  async onTestRunStart(asked: readonly TestSpecification[]): Promise<void> {
    if (!this.#vitest) return;
    const { testNamePattern, project } = this.#vitest.config;
    const every = await this.#vitest.globTestSpecifications();
    this.#whole = every.length === asked.length && !testNamePattern && project.length === 0;
  }

  onTestRunEnd: NonNullable<Reporter['onTestRunEnd']> = (modules, _errors, reason) => {
    if (!this.#whole || reason !== 'passed') return;
    const cpuSeconds = cpuSecondsOfTree(process.pid);
    const suite: LastSuite = {
      date: new Date().toISOString().slice(0, 10),
      tests: modules.reduce((sum, { children }) => sum + [...children.allTests()].length, 0),
      // From the runner's own start, the build that it begins with included.
      seconds: Math.round(performance.now() / 1_000),
      ...(cpuSeconds !== undefined && { cpuSeconds }),
    };
    mkdirSync(dirname(lastSuiteFile), { recursive: true });
    writeFileSync(lastSuiteFile, JSON.stringify(suite));
  };
}
