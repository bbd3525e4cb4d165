/** Runs every benchmark, each in a process of its own so that none warms another up: `npm run bench`, with the flags of each. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarks, type RecordedBenchmark } from '../../infra/docs/recorded-benchmark.ts';
import { tellBenchmark } from './tell.ts';

const flags = process.argv.slice(2);
const json = flags.includes('--json');
const every: RecordedBenchmark[] = [];
for (const name of benchmarks) {
  const program = join(import.meta.dirname, name, 'run.ts');
  if (!existsSync(program)) continue;
  const asked = ['--json', ...flags.filter((flag) => flag !== '--json')];
  const { status, stdout } = spawnSync(process.execPath, [program, ...asked], {
    ...{ stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 26 },
  });
  if (status !== 0) {
    console.error(`bench:${name} broke off`);
    process.exitCode = 1;
    continue;
  }
  const measured: RecordedBenchmark = JSON.parse(stdout);
  every.push(measured);
  if (!json) tellBenchmark(measured);
}
if (json) console.log(JSON.stringify(every, null, 2));
