import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core';
import { declareFactoryPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  type CompleteDryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { type Mutated, mutated, partVariable } from '../mutated-files.ts';
import type { CollectedTest } from './tests.ts';

const testsOfOurs = new URL('./tests.ts', import.meta.url).href;
// Vitest's expectations look for the worker that they run in, and find this.
Object.assign(globalThis, { __vitest_worker__: { config: {}, ctx: {}, environment: { name: 'node' } } });
registerHooks({
  resolve: (name, context, next) =>
    name === 'vitest' && context.parentURL?.includes('/test/') && context.parentURL !== testsOfOurs
      ? { url: testsOfOurs, shortCircuit: true }
      : next(name, context),
});
// What a mutant left running behind a test that failed is nobody's business.
process.on('unhandledRejection', () => undefined);

/** What Stryker's instrumented files look at, and count in. */
const state: { -readonly [Name in keyof InstrumenterContext]: InstrumenterContext[Name] | undefined } = {};
Object.assign(globalThis, { [INSTRUMENTER_CONSTANTS.NAMESPACE]: state });

/** Stryker begins another process when a runner throws, and tries the mutant there. */
class ProcessSpoiltError extends Error {
  override readonly name = 'ProcessSpoiltError';
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function attempt({ id, fileName, run }: CollectedTest): Promise<TestResult> {
  const began = performance.now();
  const of = () => ({ id, name: id, fileName, timeSpentMs: Math.ceil(performance.now() - began) });
  try {
    await run();
    return { ...of(), status: TestStatus.Success };
  } catch (error) {
    return { ...of(), status: TestStatus.Failed, failureMessage: textOf(error) };
  }
}

/**
 * Runs the tests of a part in one process for mutant after mutant, instead of loading everything anew for each: a hundredth of the
 * time. What a mutant leaves behind in the process could fail the tests of the next; so a test that failed must pass without its
 * mutant, or the mutant is tried again in a new process.
 */
class QuickRunner implements TestRunner {
  #tests: readonly CollectedTest[] | undefined;
  /** The mutant that was there when everything was loaded. */
  #loadedUnder: string | undefined;
  #mutantsTried = 0;
  #isSpoilt = false;

  capabilities() {
    return { reloadEnvironment: false };
  }

  async #load(): Promise<readonly CollectedTest[]> {
    if (this.#tests) return this.#tests;
    this.#loadedUnder = state.activeMutant;
    const { collect, collected } = (await import(testsOfOurs)) as typeof import('./tests.ts');
    const { files, tests } = mutated[process.env[partVariable] as Mutated];
    const load = (file: string): Promise<unknown> => import(pathToFileURL(join(process.cwd(), file)).href);
    // In the order in which they are named: those that say most of the part come first.
    for (const file of tests.flatMap((pattern) => globSync(pattern).sort())) await collect(file, () => load(file));
    // Functions are loaded when they are first called; then it would depend on the order of tests what a test reaches.
    for (const file of files) await load(file);
    this.#tests = collected;
    return collected;
  }

  async dryRun(): Promise<CompleteDryRunResult> {
    const results: TestResult[] = [];
    for (const test of await this.#load()) {
      state.currentTestId = test.id;
      results.push(await attempt(test));
      state.currentTestId = undefined;
    }
    const { mutantCoverage } = state;
    return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage && { mutantCoverage }) };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, mutantActivation, hitLimit, testFilter } = options;
    const isStatic = mutantActivation === 'static';
    const isForeign = this.#loadedUnder !== undefined && this.#loadedUnder !== activeMutant.id;
    if (this.#isSpoilt || isForeign || (isStatic && this.#tests)) throw new ProcessSpoiltError();
    Object.assign(state, { hitCount: 0, hitLimit });
    if (isStatic) state.activeMutant = activeMutant.id;
    const tests = await this.#load();
    state.activeMutant = activeMutant.id;
    const wanted = testFilter && new Set(testFilter);
    const results: TestResult[] = [];
    for (const test of tests) {
      if (wanted && !wanted.has(test.id)) continue;
      const result = await attempt(test);
      results.push(result);
      if (result.status !== TestStatus.Failed) continue;
      if (!isStatic) await this.#checkAlone(test);
      break;
    }
    this.#mutantsTried++;
    if (!isStatic) state.activeMutant = undefined;
    const reached = determineHitLimitReached(state.hitCount, hitLimit);
    return toMutantRunResult(reached ?? { status: DryRunStatus.Complete, tests: results });
  }

  /** Whether a test that failed passes without the mutant. */
  async #checkAlone(test: CollectedTest): Promise<void> {
    state.activeMutant = undefined;
    const { hitCount } = state;
    const { status } = await attempt(test);
    Object.assign(state, { hitCount });
    if (status === TestStatus.Success) return;
    // The first mutant of a process is the only one that can have spoilt it.
    this.#isSpoilt = true;
    if (this.#mutantsTried > 0) throw new ProcessSpoiltError();
  }
}

const createQuickRunner = Object.assign(() => new QuickRunner(), { inject: tokens() });
export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, 'quick', createQuickRunner)];
