import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitstringOf, placeToTry, STATUS_LIST_LENGTH } from '../../../shared/domain/status-list.ts';

const bitAt = (bytes: Uint8Array, index: number): string | undefined =>
  [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')[index];

describe('a status list', () => {
  it('has a place for 131,072 credentials, the least that hides whose is looked up', () =>
    expect(bitstringOf([]).length * 8).toBe(131_072));

  it('marks the places that it is told and no others, the first one leftmost', () => {
    expect([...bitstringOf([0, 9]).slice(0, 2)]).toEqual([0b1000_0000, 0b0100_0000]);
    const places = fc.uniqueArray(fc.nat({ max: STATUS_LIST_LENGTH - 1 }), { maxLength: 50 });
    fc.assert(
      fc.property(places, (marked) => {
        const bits = bitstringOf(marked);
        const set = [...bits].reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
        expect(set).toBe(marked.length);
        for (const index of marked.slice(0, 2)) expect(bitAt(bits, index)).toBe('1');
      }),
      { numRuns: 30 },
    );
  });

  it.each([-1, STATUS_LIST_LENGTH, 1.5, Number.NaN])('knows no place %s', (index) =>
    expect(() => bitstringOf([index])).toThrow(RangeError),
  );
});

describe('the place of a credential', () => {
  it('is looked for in the first list, and in twice as many whenever three places were taken', () => {
    const last = (taken: number) => placeToTry(taken, () => 1 - 2 ** -32);
    expect([0, 2, 3, 5, 6, 9].map((taken) => last(taken).list)).toEqual([1, 1, 2, 2, 4, 8]);
    expect(last(0).index).toBe(STATUS_LIST_LENGTH - 1);
    expect(placeToTry(9, () => 0)).toEqual({ list: 1, index: 0 });
  });
});
