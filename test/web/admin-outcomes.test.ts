import { describe, expect, it } from 'vitest';
import { segmentsOf } from '../../web/admin/outcomes/charts/likert.tsx';
import { monthsSince } from '../../web/admin/outcomes/narrowing.tsx';
import {
  decimals,
  heldBackSaid,
  type Item,
  idleOptions,
  percent,
  remarksOn,
  signed,
} from '../../web/admin/outcomes/words.ts';

const item = (figures: NonNullable<Item['figures']>, kind: Item['kind'] = 'single-choice'): Item => ({
  ...{ questionId: 'q1', text: 'Which?', kind, figures },
  options: ['a', 'b', 'c'].map((optionId) => ({ optionId, text: optionId, right: optionId === 'a' })),
});
const words = (of: Item): readonly string[] => remarksOn(of).map(({ word }) => word);

describe('what stands out of a question', () => {
  it('is nothing where it measures well', () => {
    expect(words(item({ learners: 40, right: 28, discrimination: 0.35, chosen: { a: 28, b: 8, c: 4 } }))).toEqual([]);
  });

  it('is its key, where the better learners get it wrong or a wrong option draws more than the right one', () => {
    expect(words(item({ learners: 9, right: 5, discrimination: -0.1, chosen: { a: 5, b: 4 } }))).toEqual([
      'Check the key',
    ]);
    const drawn = { learners: 10, right: 4, discrimination: 0.4, chosen: { a: 4, b: 6 } };
    expect(words(item(drawn))).toEqual(['Check the key']);
    // Where several are chosen, a wrong one may well be beside the right ones.
    expect(words(item(drawn, 'multiple-choice'))).toEqual([]);
  });

  it('is that it tells little apart, once there are enough learners to say so', () => {
    const weak = { right: 20, discrimination: 0.1, chosen: { a: 20, b: 5, c: 4 } };
    expect(words(item({ learners: 29, ...weak }))).toEqual([]);
    expect(words(item({ learners: 30, ...weak }))).toEqual(['Tells little apart']);
  });

  it('is what hardly anybody chose', () => {
    expect(idleOptions(item({ learners: 100, right: 80, chosen: { a: 80, b: 16, c: 4 } }))).toEqual(['c']);
    expect(idleOptions(item({ learners: 10, right: 10, chosen: { a: 10 } }))).toEqual([]);
  });
});

describe('a rating as a bar to either side of the middle', () => {
  it('has half of the middle option on each side, and all of it within the width', () => {
    const options = ['1', '2', '3', '4', '5'].map((optionId) => ({ optionId, text: optionId }));
    const segments = segmentsOf({ options, figures: { learners: 10, chosen: { 1: 1, 2: 1, 3: 2, 4: 3, 5: 3 } } });
    expect(segments.map(({ from, width }) => [from, width])).toEqual([
      ...[
        [35, 5],
        [40, 5],
        [45, 10],
      ],
      ...[
        [55, 15],
        [70, 15],
      ],
    ]);
    expect(segments.map(({ side }) => side)).toEqual([-2, -1, 0, 1, 2]);
  });

  it('has no middle option where a scale has an even number of them', () => {
    const options = ['1', '2', '3', '4'].map((optionId) => ({ optionId, text: optionId }));
    const segments = segmentsOf({ options, figures: { learners: 4, chosen: { 1: 1, 2: 1, 3: 1, 4: 1 } } });
    expect(segments.map(({ from }) => from)).toEqual([25, 37.5, 50, 62.5]);
    expect(segments.map(({ side }) => side)).toEqual([-2, -1, 1, 2]);
  });
});

describe('the words of outcomes', () => {
  it('write figures as people read them', () => {
    expect([percent(2, 3), decimals(-0.118), decimals(-0.001), signed(0.4, 1), signed(-0.4, 1), signed(0)]).toEqual([
      ...['67 %', '−0.12', '0.00', '+0.4', '−0.4', '0.00'],
    ]);
  });

  it('offer the months from the first publication to this one, newest first', () => {
    expect(Object.keys(monthsSince('2025-11-30T23:00:00.000Z', new Date('2026-02-01T00:00:00Z')))).toEqual([
      ...['2026-02', '2026-01', '2025-12', '2025-11'],
    ]);
  });
});

describe('what learners wrote', () => {
  it('is said to be left out of files where it may tell of a patient, and why', () => {
    expect(heldBackSaid(2)).toBe(
      '. Files leave out 2 that may tell of a patient: something like a date, a long number or an e-mail address is in them.',
    );
    expect(heldBackSaid(1)).toMatch(/in it\.$/);
    expect(heldBackSaid(0)).toBe('');
  });
});
