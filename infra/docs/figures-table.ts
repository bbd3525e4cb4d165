import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../house/project-folder.ts';
import { madeFrom, page, table } from './markdown.ts';
import { type BenchmarkName, benchmarks, type Figure, recordedBenchmark } from './recorded-benchmark.ts';
import { toldFigure } from './told-figure.ts';

const opening = '<!-- What `npm run bench -- --record` measured last; made by `npm run docs`. -->';
const closing = '<!-- end of what was measured -->';

type Shown = (figure: Figure) => boolean;

function section(name: BenchmarkName, shown: Shown): string {
  const measured = recordedBenchmark(name);
  if (!measured) return '';
  const rows = measured.figures.filter(shown).map((figure) => {
    const { value, target, verdict } = toldFigure(figure);
    return [figure.what, value, target, verdict];
  });
  const { seed, commit, machine, date } = measured;
  const told = `\`npm run bench:${name}\` (${date}, seed ${seed}, \`${commit}\`, ${machine})`;
  return `${told}\n\n${table(['What', 'Measured', 'Target', ''], rows)}`;
}
const sections = (shown: Shown): readonly string[] =>
  benchmarks.map((name) => section(name, shown)).filter((told) => told !== '');

/** The README with what was recorded last between its marks: each figure that has a target. */
export function readmeWithFigures(): string {
  const text = readFileSync(join(projectFolder, 'README.md'), 'utf8');
  const [before, rest = ''] = text.split(opening);
  const after = rest.slice(rest.indexOf(closing));
  const shown = sections(({ target }) => target !== undefined);
  return `${before}${[opening, ...shown, after].join('\n\n')}`;
}

/** Every figure that was recorded last, the peers' among them. */
export const performancePage = (): string =>
  page(
    madeFrom(['`docs/benchmarks/`']),
    '# Performance',
    'What `npm run bench -- --record` measured last: each figure beside its target, where it has one, and beside its peers in the same run. In brackets are the quartiles of the rounds.',
    ...sections(() => true),
  );
