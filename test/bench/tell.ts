import type { RecordedBenchmark } from '../../infra/docs/recorded-benchmark.ts';
import { toldFigure } from '../../infra/docs/told-figure.ts';

/** Prints what a benchmark measured, a line a figure. */
export function tellBenchmark({ name, figures, seed, commit, machine, seconds }: RecordedBenchmark): void {
  const widest = Math.max(...figures.map(({ what }) => what.length));
  console.log(`\n${name}`);
  for (const figure of figures) {
    const { value, target, verdict } = toldFigure(figure);
    console.log(`  ${figure.what.padEnd(widest)}  ${value.padEnd(40)} ${target.padEnd(9)} ${verdict}`.trimEnd());
  }
  console.log(`  seed ${seed}, ${commit}, ${machine}, ${seconds} s`);
}
