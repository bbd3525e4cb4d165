import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastOf, mixed, parseColor } from '../../../shared/domain/color.ts';

describe('a colour', () => {
  it.each([
    ['#1F4E5A', '#1f4e5a'],
    ['#14a', '#1144aa'],
    ['rgb(31, 78, 90)', '#1f4e5a'],
    ['rgb(31 78 90)', '#1f4e5a'],
    [' Navy ', '#000080'],
  ])('is read as people write it: %s', (text, color) => {
    expect(parseColor(text)).toBe(color);
  });

  it.each(['#1f4e5a80', 'rgba(0,0,0,.5)', 'rgb(256,0,0)', 'var(--x)', 'constructor', 'url(#a)', 'transparent', ''])(
    'is not taken where it is not plain and opaque: %s',
    (text) => expect(parseColor(text)).toBeUndefined(),
  );

  it('has the contrasts that WCAG gives', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
    expect(contrastOf('#ffffff', '#ffffff')).toBe(1);
  });

  it('between two others lies between them', () => {
    expect(mixed('#000000', '#ffffff', 0.5)).toBe('#808080');
    const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(color, color, (one, other) => {
        expect([mixed(one, other, 1), mixed(one, other, 0)]).toEqual([one, other]);
        expect(contrastOf(one, other)).toBeCloseTo(contrastOf(other, one), 9);
      }),
    );
  });
});
