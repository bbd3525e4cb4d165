import {
  type BenchmarkName,
  benchmarkFile,
  type Figure,
  type RecordedBenchmark,
} from '../../infra/docs/recorded-benchmark.ts';
import { type Asked, askedOfMe, flagsOf } from '../support/asked-numbers.ts';
import { keepRecord, runOf } from '../support/recording.ts';
import { tellBenchmark } from './tell.ts';

/**
 * Runs a benchmark and prints each figure beside its target, with seed, commit and machine. `--json` prints the same as JSON;
 * `--record` keeps it for the README's table (`npm run docs`). A missed target is said, and is no failure: machines differ.
 * @param numbers the numbers that it may be asked for, with their defaults: `{ rounds: 15 }`
 */
export async function bench<Name extends string>(
  name: BenchmarkName,
  numbers: Readonly<Record<Name, number>>,
  measure: (asked: Asked<Name>) => Promise<readonly Figure[]>,
): Promise<void> {
  const takes = { command: `bench:${name}`, numbers, flags: ['json', 'record'], parts: [] } as const;
  const { asked, given } = askedOfMe(takes);
  const began = performance.now();
  const figures = await measure(asked);
  const measured: RecordedBenchmark = {
    ...{ name, figures },
    ...runOf(asked.seed, `npm run bench:${name} -- ${flagsOf(asked)}`, began),
  };
  if (given.json) console.log(JSON.stringify(measured, null, 2));
  else tellBenchmark(measured);
  if (given.record) keepRecord(benchmarkFile(name), measured);
}
