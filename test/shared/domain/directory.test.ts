import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, foldName, placesOf } from '../../../shared/domain/directory.ts';

describe('a name as it is searched', () => {
  it.each([
    ['Nguyễn', 'nguyen'],
    ['Łukasz', 'lukasz'],
    ['O’Brien', 'obrien'],
    ["O'Brien", 'obrien'],
    ['Lindqvist-Amari', 'lindqvist amari'],
    ['Straße', 'strasse'],
    ['Ærø', 'aero'],
    ['İpek', 'ipek'],
    ['  van  der Berg ', 'van der berg'],
    ['王小明', '王小明'],
    ['Ἀθηνᾶ', 'αθηνα'],
    ['김민준', '김민준'],
    ['#1', '1'],
  ])('%s is found by %s', (name, text) => {
    expect(foldName(name)).toBe(text);
  });

  it('is the same however often it is folded, and never reaches into another key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const once = foldName(name);
        expect(foldName(once)).toBe(once);
        expect(once).not.toContain('#');
      }),
    );
  });

  it('is found by every beginning of it', () => {
    fc.assert(
      fc.property(fc.constantFrom('Nguyễn', 'Łukasz', 'O’Brien-Smith', '王小明'), fc.nat(12), (familyName, length) => {
        const places = placesOf({ email: 'a@b.org', profile: { givenName: 'Ann', familyName, profession: 'nurse' } });
        const text = places.find(({ by }) => by === 'name')?.text ?? '';
        expect(text.startsWith(beginningOf([...familyName].slice(0, length).join(''), 'name'))).toBe(true);
      }),
    );
  });

  it('stands nowhere once the account is erased', () => {
    expect(placesOf({ email: '', erasedAt: '2026-03-09T04:30:00.000Z' })).toEqual([]);
  });
});
