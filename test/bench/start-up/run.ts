/** How long `npm start` takes to its line `ready`, warm and after a build from nothing: `npm run bench:start-up`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../../../infra/docs/recorded-benchmark.ts';
import { projectFolder } from '../../../infra/house/project-folder.ts';
import { build } from '../../../infra/local/build.ts';
import { freePort } from '../../journeys/support/running-system.ts';
import { bench } from '../bench.ts';
import { figureOf } from '../rounds.ts';
import { copyUnbuilt } from './copy-unbuilt.ts';
import { lastSuite } from './last-suite.ts';
import { type Start, startOnce } from './start-once.ts';

const WARM_AT_MOST_SECONDS = 2;
const SUITE_AT_MOST_MINUTES = 6;

/** Processor time, where the machine tells it of every round. */
function cpuFigure(what: string, starts: readonly Start[]): readonly Figure[] {
  const told = starts.flatMap(({ cpuSeconds }) => cpuSeconds ?? []);
  return told.length === starts.length ? [figureOf(what, 'CPU-seconds', told)] : [];
}

const suiteFigures = (): readonly Figure[] => {
  const suite = lastSuite();
  if (!suite) return [];
  const what = `the whole suite, as it ran last on ${suite.date} (${suite.tests} tests)`;
  return [
    { what, value: suite.seconds / 60, unit: 'minutes', target: { atMost: SUITE_AT_MOST_MINUTES } },
    ...(suite.cpuSeconds === undefined ? [] : [{ what: 'the same run', value: suite.cpuSeconds, unit: 'CPU-seconds' }]),
  ];
};

await bench('start-up', { rounds: 9, cold: 1 }, async ({ rounds, cold }) => {
  const folder = mkdtempSync(join(tmpdir(), 'start-up-'));
  try {
    const port = await freePort();
    await build({ log: (line) => console.error(line) });
    const warm = () => startOnce({ projectDir: projectFolder, dataDir: join(folder, 'data'), port });
    // The first is not counted: it puts the samples into the folder.
    await warm();
    const starts: Start[] = [];
    for (let round = 0; round < rounds; round++) starts.push(await warm());
    const unbuilt: Start[] = [];
    for (let round = 0; round < cold; round++) {
      const projectDir = copyUnbuilt(join(folder, `copy-${round}`));
      unbuilt.push(await startOnce({ projectDir, dataDir: join(projectDir, '.wallet'), port }));
    }
    const seconds = (of: readonly Start[]): readonly number[] => of.map((start) => start.seconds);
    return [
      figureOf('npm start, warm, to its line ready', 's', seconds(starts), { atMost: WARM_AT_MOST_SECONDS }),
      ...cpuFigure('the same, all processes together', starts),
      ...(cold > 0
        ? [figureOf('npm start, installed and nothing built, to its line ready', 's', seconds(unbuilt))]
        : []),
      ...(cold > 0 ? cpuFigure('the same, building from nothing, all processes together', unbuilt) : []),
      ...suiteFigures(),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
