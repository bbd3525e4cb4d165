import { expect, it } from 'vitest';
import { waitFigures } from './wait-figures.ts';

it('waits for results are told by their median, their 99th percentile and the longest, and how many of the others were short', () => {
  const figures = waitFigures([
    { brief: { 0: 97, 120: 2 }, others: { 300: 3, 301: 1 } },
    { brief: { 163: 1 }, others: { 4000: 1 } },
  ]);
  expect(Object.values(figures)).toEqual(['100', '0.0 s', '12.0 s', '16.3 s', '5', '3']);
});
