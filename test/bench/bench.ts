import { parseArgs } from 'node:util';
import {
  type BenchmarkName,
  benchmarkFile,
  type Figure,
  type RecordedBenchmark,
} from '../../infra/docs/recorded-benchmark.ts';
import { type Asked, askedNumbers, flagsOf, numberFlags } from '../support/asked-numbers.ts';
import { keepRecord, runOf } from '../support/recording.ts';
import { tellBenchmark } from './tell.ts';

/**
 * Runs a benchmark and prints each figure beside its target, with seed, commit and machine. `--json` prints the same as JSON;
 * `--record` keeps it for the README's table (`npm run docs`). A missed target is said, and is no failure: machines differ.
 * @param numbers the numbers that it may be asked for, with their defaults: `{ rounds: 15 }`
 * @throws RangeError for a number that is none
 */
export async function bench<Name extends string>(
  name: BenchmarkName,
  numbers: Readonly<Record<Name, number>>,
  measure: (asked: Asked<Name>) => Promise<readonly Figure[]>,
): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      record: { type: 'boolean', default: false },
      ...numberFlags(numbers),
    },
  });
  const asked = askedNumbers(numbers, values);
  const began = performance.now();
  const figures = await measure(asked);
  const measured: RecordedBenchmark = {
    ...{ name, figures },
    ...runOf(asked.seed, `npm run bench:${name} -- ${flagsOf(asked)}`, began),
  };
  if (values.json) console.log(JSON.stringify(measured, null, 2));
  else tellBenchmark(measured);
  if (values.record) keepRecord(benchmarkFile(name), measured);
}
