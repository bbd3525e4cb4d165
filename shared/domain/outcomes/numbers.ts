/** How numbers lie: their quartiles, and how many fall between the bounds of bars. */
export interface Spread {
  readonly learners: number;
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** How many lie in a bar, from its least to its greatest, both inclusive; the last one may have no greatest. */
export interface Bar {
  readonly least: number;
  readonly greatest?: number;
  readonly learners: number;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

/** The mean square distance from the mean, of all of them and not of a sample. */
export function variance(numbers: readonly number[]): number {
  const middle = mean(numbers);
  return mean(numbers.map((number) => (number - middle) ** 2));
}

/**
 * The number below which a share of them lie, between two of them where none is there (Hyndman and Fan, “Sample quantiles in
 * statistical packages”, The American Statistician 50, 1996: definition 7, which R and Excel's QUARTILE.INC take).
 */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below = Number.NaN, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}

/** The quartiles of numbers. */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((one, other) => one - other);
  const [low, median, high] = [quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)];
  return { learners: numbers.length, low, median, high };
}

/** How many numbers lie in each bar; bars are given by their greatest, and one more takes what is above. */
export function barsOf(numbers: readonly number[], greatests: readonly number[]): readonly Bar[] {
  const bounds = [...greatests, Number.POSITIVE_INFINITY];
  return bounds.map((greatest, index) => {
    const least = index === 0 ? 0 : (bounds[index - 1] ?? 0) + 1;
    const learners = numbers.filter((number) => number >= least && number <= greatest).length;
    return { least, ...(Number.isFinite(greatest) && { greatest }), learners };
  });
}

/** The correlation of pairs (Pearson), or nothing where one side is the same throughout. */
export function correlation(pairs: readonly (readonly [number, number])[]): number | undefined {
  const [ones, others] = [pairs.map(([one]) => one), pairs.map(([, other]) => other)];
  const [middle, otherMiddle] = [mean(ones), mean(others)];
  const spread = Math.sqrt(variance(ones) * variance(others));
  if (!(spread > 0)) return undefined;
  return mean(pairs.map(([one, other]) => (one - middle) * (other - otherMiddle))) / spread;
}
