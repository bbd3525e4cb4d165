import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyingIn } from '../../../../shared/domain/outcomes/identifying.ts';

const words = fc.stringMatching(/^[ a-zé,!?]{0,40}$/);
/** A text in which something stands between words. */
const around = (what: fc.Arbitrary<string>) => fc.tuple(words, what, words).map((parts) => parts.join(' '));
const two = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((number) => String(number).padStart(2, '0'));
const year = fc.integer({ min: 1900, max: 2099 }).map(String);
const digits = (zero: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: 6, maxLength: 20 })
    .map((row) => row.map((digit) => String.fromCodePoint(zero + digit)).join(''));

describe('what may tell of whom a text is written', () => {
  it('is a number of six digits and more, in every script', () => {
    for (const zero of ['0', '٠', '０', '०'])
      fc.assert(
        fc.property(around(digits(zero.codePointAt(0) ?? 0)), (text) => {
          expect(identifyingIn(text)).toContain('a long number');
        }),
      );
  });

  it('is a date with its day, however it is written', () => {
    const numeric = fc
      .tuple(two(1, 31), two(1, 12), year, fc.constantFrom('/', '-', '.', '. '))
      .chain(([d, m, y, by]) =>
        fc.constantFrom([d, m, y], [m, d, y], [y, m, d], [d, m, y.slice(2)]).map((p) => p.join(by)),
      );
    fc.assert(fc.property(around(numeric), (text) => void expect(identifyingIn(text)).toContain('a date')));
    const monthNames = 'January February March April May June July August September October November December'.split(
      ' ',
    );
    const inWords = fc
      .tuple(fc.integer({ min: 1, max: 31 }), fc.constantFrom(...monthNames, 'Jan', 'Sept', 'Dec'), year)
      .chain(([d, m, y]) =>
        fc.constantFrom(`${d} ${m} ${y}`, `${m} ${d}, ${y}`, `${d}th of ${m}`, `${d}-${m}-${y}`, `${m} ${d}`),
      );
    fc.assert(fc.property(around(inWords), (text) => void expect(identifyingIn(text)).toContain('a date')));
  });

  it('is an e-mail address', () => {
    fc.assert(
      fc.property(around(fc.emailAddress()), (text) => void expect(identifyingIn(text)).toContain('an e-mail address')),
    );
  });

  it.each(['(555) 123-4567', '+49 30 901820', 'MRN 123-456', '555.123.4567'])('is a number in groups: %s', (text) => {
    expect(identifyingIn(text)).toEqual(['a long number']);
  });

  it('is none of a text of words, with years and small numbers among them', () => {
    const number = fc.oneof(year, fc.integer({ min: 0, max: 9_999 }).map(String));
    fc.assert(fc.property(around(number), (text) => void expect(identifyingIn(text)).toEqual([])));
  });

  it.each([
    'I will ask about bleeding at each visit.',
    'Of 20 patients, 12 may relapse, as the 2020-2024 and 2024/25 figures say.',
    'Start at 2.5 mg, then 1.5-2.25 mg; BP below 140/90, sooner than May 2027.',
    'Follow-up @ 6 weeks',
  ])('is none of what clinicians write of their practice: %s', (text) => {
    expect(identifyingIn(text)).toEqual([]);
  });
});
