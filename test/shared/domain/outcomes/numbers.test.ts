import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsOf, correlation, quantile, spreadOf, variance } from '../../../../shared/domain/outcomes/numbers.ts';

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 });

describe('the numbers of outcomes', () => {
  // R 4: quantile(c(1, 2, 3, 4), c(.25, .5, .75)) is 1.75 2.50 3.25; quantile(c(1, 2, 3, 4, 10), …) is 2 3 4.
  it('has the quartiles that R has', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ learners: 4, low: 1.75, median: 2.5, high: 3.25 });
    expect(spreadOf([10, 4, 3, 2, 1])).toEqual({ learners: 5, low: 2, median: 3, high: 4 });
  });

  it('has half of the numbers on either side of the median', () => {
    fc.assert(
      fc.property(numbers, (all) => {
        const { median } = spreadOf(all);
        expect(all.filter((number) => number < median).length).toBeLessThanOrEqual(all.length / 2);
        expect(all.filter((number) => number > median).length).toBeLessThanOrEqual(all.length / 2);
      }),
    );
    expect(quantile([7], 0.25)).toBe(7);
  });

  it('counts every number in one bar', () => {
    expect(barsOf([0, 5, 6, 200], [5, 10])).toEqual([
      { least: 0, greatest: 5, learners: 2 },
      { least: 6, greatest: 10, learners: 1 },
      { least: 11, learners: 1 },
    ]);
  });

  // Anscombe, "Graphs in statistical analysis", The American Statistician 27 (1973): r = 0.816, variance of x 11 (of a sample).
  it('has the correlation of Anscombe’s first set', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(correlation(x.map((one, index) => [one, y[index] ?? 0]))).toBeCloseTo(0.81642, 5);
    expect((variance(x) * 11) / 10).toBeCloseTo(11, 9);
  });

  it('has no correlation with what never varies', () => {
    expect(correlation([0, 1, 2].map((one) => [one, 3]))).toBeUndefined();
  });
});
