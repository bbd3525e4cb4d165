import type { Random } from '../../simulation/random.ts';

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, two) => one - two);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/**
 * How often chance alone sets the medians of two groups at least so far apart: all values are dealt anew into groups of the same sizes, so
 * often as `times` says, and those deals are counted whose medians differ as much (a permutation test, which assumes no distribution).
 */
export function chanceOfDifference(
  one: readonly number[],
  two: readonly number[],
  random: Random,
  times = 1_000,
): number {
  const observed = Math.abs(medianOf(one) - medianOf(two));
  const all = [...one, ...two];
  let asFar = 0;
  for (let time = 0; time < times; time++) {
    for (let index = all.length - 1; index > 0; index--) {
      const other = random.below(index + 1);
      [all[index], all[other]] = [all[other] as number, all[index] as number];
    }
    const apart = Math.abs(medianOf(all.slice(0, one.length)) - medianOf(all.slice(one.length)));
    if (apart >= observed) asFar += 1;
  }
  // The deal that was observed is one of them: never zero.
  return (asFar + 1) / (times + 1);
}
