import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { LogLevel, MutantResult } from '@stryker-mutator/api/core';
import { Stryker } from '@stryker-mutator/core';
import { projectFolder } from '../../../infra/house/project-folder.ts';
import type { Finding } from '../proof.ts';
import { type Mutated, mutated, partVariable } from './mutated-files.ts';

/** So many of a hundred mutants must be noticed. */
const LEAST_SCORE = 85;
const folder = join('test', 'prove', 'mutations');
const ours = (file: string): string => `./${join(folder, file)}`;

const is =
  (...statuses: readonly MutantResult['status'][]) =>
  ({ status }: MutantResult): boolean =>
    statuses.includes(status);
const isNoticed = is('Killed', 'Timeout');
/** What is ignored has a reason; what does not even load says nothing of the tests. */
const counts = is('Killed', 'Timeout', 'Survived', 'NoCoverage');

function scoreOf(results: readonly MutantResult[]): number {
  return (100 * results.filter(isNoticed).length) / Math.max(1, results.length);
}

const nameOf = ({ fileName }: MutantResult): string => relative(projectFolder, fileName);
/** Where and how a mutant differs, in a line. */
const told = (result: MutantResult): string => {
  const { status, location, mutatorName, replacement = '' } = result;
  return `${status} ${nameOf(result)}:${location.start.line} ${mutatorName}: ${replacement.replaceAll(/\s+/g, ' ').slice(0, 120)}`;
};

/**
 * Changes the code of a part in every way that Stryker knows, one after another, and counts how often the tests notice.
 * What they did not is listed in `.cache/mutations`.
 */
export async function proveMutations(
  part: Mutated,
  { concurrency, fresh }: { readonly concurrency: number; readonly fresh: number },
  files: readonly string[] = mutated[part].files,
): Promise<Finding> {
  process.env[partVariable] = part;
  const all = await new Stryker({
    mutate: [...files],
    ...{ testRunner: fresh ? 'vitest' : 'quick', concurrency, coverageAnalysis: 'perTest', allowConsoleColors: false },
    // A line every ten seconds, with how many are left.
    reporters: ['progress-append-only'],
    // What is decided by a table, such as which stage follows from which, is static: each costs a run of all tests, and counts.
    ignoreStatic: false,
    // A mutant that takes long only because the machine is busy must not count as noticed.
    ...{ timeoutMS: 20_000, timeoutFactor: 4 },
    // A static mutant takes a process of its own, and each loads every plugin.
    plugins: [fresh ? '@stryker-mutator/vitest-runner' : ours('quick/runner.ts'), ours('words-ignored.ts')],
    ignorers: ['words'],
    vitest: { configFile: join(folder, 'vitest.config.ts'), related: false },
    // Runbooks are there for a test that looks whether what is told leads to one.
    ignorePatterns: ['dist', 'docs/*', '!docs/runbooks', 'cdk.out', 'coverage', '.cache', '.wallet'],
    tempDirName: '.cache/stryker',
    // The compiler's own settings are not read: TypeScript 7 has no API for it, and types are stripped.
    tsconfigFile: 'none',
    logLevel: 'error' as LogLevel,
  }).runMutationTest();
  const results = all.filter(counts);
  const missed = results.filter((result) => !isNoticed(result));
  const list = join(projectFolder, '.cache', 'mutations');
  mkdirSync(list, { recursive: true });
  writeFileSync(join(list, `${part}.txt`), missed.map((result) => `${told(result)}\n`).join(''));

  const count = (...statuses: readonly MutantResult['status'][]): number => results.filter(is(...statuses)).length;
  const score = scoreOf(results);
  const byFile = Map.groupBy(results, nameOf);
  return {
    name: part,
    tried: results.length,
    outcomes: {
      'noticed by a test': count('Killed'),
      'noticed because the test never ended': count('Timeout'),
      'not noticed': count('Survived'),
      'in code that no test reaches': count('NoCoverage'),
    },
    figures: {
      'noticed in all': `${score.toFixed(1)} %`,
      ...Object.fromEntries([...byFile].map(([file, of]) => [`noticed in ${file}`, `${scoreOf(of).toFixed(1)} %`])),
      'left out, as words for people': String(all.filter(is('Ignored')).length),
    },
    failures:
      score < LEAST_SCORE
        ? [`${score.toFixed(1)} % is less than ${LEAST_SCORE} %: see .cache/mutations/${part}.txt`]
        : [],
  };
}
