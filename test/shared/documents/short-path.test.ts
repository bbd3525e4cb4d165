import { describe, expect, it } from 'vitest';
import { readPath } from '../../../shared/authoring/svg/path-data.ts';
import { shortPath, tenths } from '../../../shared/documents/short-path.ts';

const sample =
  'M976.56 500C976.56 763.2 763.2 976.56 500 976.56L500 400ZM101.56 500L898.44 500.04M30.6 95.04C31.25 94.18 32.76 89.87 34.48 86.64Z';

describe('an outline that is told shorter', () => {
  it('is the same outline to a tenth of a unit, and much shorter', () => {
    const [kept, short] = [readPath(sample), readPath(shortPath(sample))];
    expect(short?.map(([verb]) => verb)).toEqual(kept?.map(([verb]) => verb));
    for (const [index, [, ...numbers]] of kept?.entries() ?? [])
      for (const [place, value] of numbers.entries())
        expect(Math.abs(Number(short?.[index]?.[place + 1]) - tenths(value))).toBeLessThanOrEqual(0.5);
    expect(shortPath(sample).length).toBeLessThan(sample.length * 0.75);
  });

  it('does not drift, however many points follow each other', () => {
    const steps = Array.from({ length: 2_000 }, (_, step) => `L${((step + 1) * 0.04).toFixed(2)} 0`);
    const last = readPath(shortPath(`M0 0${steps.join('')}`))?.at(-1);
    expect(last).toEqual(['L', tenths(80), 0]);
  });

  it('holds no markup that was not in it', () => {
    expect(shortPath('M0 0L<script>')).not.toContain('<');
  });
});
