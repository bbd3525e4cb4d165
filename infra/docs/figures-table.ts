import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../house/project-folder.ts';
import { table } from './markdown.ts';
import { type BenchmarkName, benchmarks, recordedBenchmark } from './recorded-benchmark.ts';
import { toldFigure } from './told-figure.ts';

const opening = '<!-- What `npm run bench -- --record` measured last; made by `npm run docs`. -->';
const closing = '<!-- end of what was measured -->';

function section(name: BenchmarkName): string {
  const measured = recordedBenchmark(name);
  if (!measured) return '';
  const rows = measured.figures.map((figure) => {
    const { value, target, verdict } = toldFigure(figure);
    return [figure.what, value, target, verdict];
  });
  const { seed, commit, machine, date } = measured;
  const told = `\`npm run bench:${name}\` (${date}, seed ${seed}, \`${commit}\`, ${machine})`;
  return `${told}\n\n${table(['What', 'Measured', 'Target', ''], rows)}`;
}

/** The README with the figures that were recorded last between its marks. */
export function readmeWithFigures(): string {
  const text = readFileSync(join(projectFolder, 'README.md'), 'utf8');
  const [before, rest = ''] = text.split(opening);
  const after = rest.slice(rest.indexOf(closing));
  const sections = benchmarks.map(section).filter((told) => told !== '');
  return `${before}${[opening, ...sections, after].join('\n\n')}`;
}
