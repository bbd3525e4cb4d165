import { spreadOf } from '../../../shared/domain/outcomes/numbers.ts';
import type { Random } from '../../simulation/random.ts';

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
  const observed = Math.abs(spreadOf(one).median - spreadOf(two).median);
  const all = [...one, ...two];
  let asFar = 0;
  for (let time = 0; time < times; time++) {
    for (let index = all.length - 1; index > 0; index--) {
      const other = random.below(index + 1);
      [all[index], all[other]] = [all[other] as number, all[index] as number];
    }
    const apart = Math.abs(spreadOf(all.slice(0, one.length)).median - spreadOf(all.slice(one.length)).median);
    if (apart >= observed) asFar += 1;
  }
  // The deal that was observed is one of them: never zero.
  return (asFar + 1) / (times + 1);
}
