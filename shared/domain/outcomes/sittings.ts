import { LEAST, type Shown, shownOf } from './groups.ts';
import type { Sitting } from './kept.ts';
import { type Bar, barsOf, type Spread, spreadOf } from './numbers.ts';

/** How many came as far as an attempt of this number, and how many of them passed at it. */
export interface AttemptFigures {
  readonly number: number;
  readonly learners: number;
  readonly passed: number;
}

/** How long first attempts took, from start to submission. */
export interface TimeFigures extends Spread {
  readonly bars: readonly Bar[];
}

const minuteBars = [5, 10, 15, 20, 30, 45, 60, 90];

/**
 * Learners and passes by the number of the attempt. Each number is grouped by itself, since a learner comes in each once;
 * numbers that fewer than five came to are left out.
 */
export function attemptFiguresOf(shown: readonly Sitting[]): readonly AttemptFigures[] {
  return [...Map.groupBy(shown, ({ number }) => number)]
    .filter(([, sittings]) => sittings.length >= LEAST)
    .map(([number, sittings]) => ({
      ...{ number, learners: sittings.length },
      passed: sittings.filter(({ passed }) => passed).length,
    }))
    .toSorted((one, other) => one.number - other.number);
}

/** How long first attempts took; nothing of fewer than five. */
export function timeFiguresOf(shown: readonly Sitting[]): TimeFigures | undefined {
  const minutes = shown.filter(({ number }) => number === 1).map((sitting) => sitting.minutes);
  return minutes.length < LEAST ? undefined : { ...spreadOf(minutes), bars: barsOf(minutes, minuteBars) };
}

/** The sittings of one assessment of one version that may be shown. */
export const shownSittings = (sittings: readonly Sitting[], shown: Shown): readonly Sitting[] =>
  [...Map.groupBy(sittings, ({ number }) => number).values()].flatMap((ofNumber) => shownOf(ofNumber, shown));
