import type { Figure } from '../../infra/docs/recorded-benchmark.ts';
import { quantile } from '../../shared/domain/outcomes/numbers.ts';

/** A figure of what each round measured: its median, and its quartiles beside it. */
export function figureOf(
  what: string,
  unit: string,
  rounds: readonly number[],
  target?: NonNullable<Figure['target']>,
): Figure {
  const sorted = rounds.toSorted((one, other) => one - other);
  return {
    ...{ what, unit, value: quantile(sorted, 0.5), spread: [quantile(sorted, 0.25), quantile(sorted, 0.75)] },
    ...(target && { target }),
  };
}
