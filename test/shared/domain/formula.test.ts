import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFormula } from '../../../shared/domain/formula.ts';

/** What begins a formula in one spreadsheet program or another, or ends the cell and begins the next. */
const beginnings = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '−', '\t', '\r', '\n', '\u0000'];
/** What some programs drop before they look. */
const dropped = [' ', '\u0001', '\u007f', '\u00a0', '\u00ad', '\u200b', '\u2060', '\ufeff'];

describe('a cell that a spreadsheet would run', () => {
  it.each(beginnings)('is one that begins with %j, also behind what some programs drop', (beginning) => {
    expect(isFormula(`${beginning}1+2`)).toBe(true);
    for (const one of dropped) {
      expect(isFormula(`${one}${beginning}1+2`)).toBe(true);
      expect(isFormula(`${one}${one}${beginning}1+2`)).toBe(true);
    }
  });

  it('is none where the sign comes later: a name, an amount, a date', () => {
    for (const text of ['', ' ', 'Amélie O’Neill-Nguyễn', '1.25', '2026-03-09', 'a=1', 'x@example.org', '₤-3'])
      expect([text, isFormula(text)]).toEqual([text, false]);
  });

  it('is none that begins with a letter or a digit, whatever follows', () => {
    const begins = fc.constantFrom(...'aZéŁ漢07');
    fc.assert(
      fc.property(begins, fc.string(), (first, rest) => {
        expect(isFormula(first + rest)).toBe(false);
      }),
    );
  });
});
