import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditTypeIds } from '../../../shared/domain/credit-type.ts';
import { type Credit, totalsOf } from '../../../shared/domain/wallet.ts';

const credit = (overrides: Partial<Credit> = {}): Credit => ({
  ...{
    creditType: 'ama-pra-category-1',
    amount: 125,
    basis: 'awarded',
    activityId: 'a',
    certificateId: 'c',
    title: 'T',
  },
  ...{ awardedAt: '2026-03-09T04:30:00.000Z', awardedOn: '2026-03-09' },
  ...overrides,
});

describe('the totals of a wallet', () => {
  it('sum what was awarded by kind and year, the newest year first', () => {
    expect(
      totalsOf([
        credit(),
        credit({ amount: 50 }),
        credit({ awardedOn: '2025-12-31' }),
        credit({ creditType: 'ancc-contact-hour', amount: 1 }),
      ]),
    ).toMatchObject([
      { creditType: 'ama-pra-category-1', year: 2026, amount: 175 },
      { creditType: 'ancc-contact-hour', year: 2026, amount: 1 },
      { creditType: 'ama-pra-category-1', year: 2025, amount: 125 },
    ]);
  });

  it('never count attendance, which is no credit', () => {
    expect(totalsOf([credit({ basis: 'attendance' })])).toEqual([]);
  });

  it('count a credit in the year of its civil date, not of its instant', () => {
    const newYear = credit({ awardedAt: '2027-01-01T04:30:00.000Z', awardedOn: '2026-12-31' });
    expect(totalsOf([newYear])[0]?.year).toBe(2026);
  });

  it('are whole hundredths that add up to everything awarded, in any order', () => {
    const credits = fc.array(
      fc.record({
        creditType: fc.constantFrom(...creditTypeIds),
        amount: fc.integer({ min: 1, max: 5_000 }),
        basis: fc.constantFrom('awarded' as const, 'attendance' as const),
        year: fc.integer({ min: 2024, max: 2026 }),
      }),
    );
    fc.assert(
      fc.property(credits, (given) => {
        const all = given.map(({ year, ...line }) => credit({ ...line, awardedOn: `${year}-06-01` }));
        const totals = totalsOf(all);
        const sum = (lines: readonly { amount: number }[]) => lines.reduce((total, { amount }) => total + amount, 0);
        expect(sum(totals)).toBe(sum(all.filter(({ basis }) => basis === 'awarded')));
        expect(totalsOf(all.toReversed())).toEqual(totals);
        expect(totals.every(({ amount }) => Number.isInteger(amount))).toBe(true);
      }),
    );
  });
});
