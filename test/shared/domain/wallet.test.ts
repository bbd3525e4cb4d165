import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditTypeIds } from '../../../shared/domain/credit-type.ts';
import {
  type Award,
  awardOf,
  awardText,
  type Credit,
  creditsOf,
  mocTotalsOf,
  totalsOf,
} from '../../../shared/domain/wallet.ts';
import { snapshot } from '../documents/samples.ts';

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

describe('the names in the totals of a wallet', () => {
  const named = (plural: string, awardedAt: string) =>
    credit({ awardedAt, names: { name: 'Credit', plural, unit: 'credit' } });
  const [former, between, latest] = [
    named('Former Credits', '2026-03-09T04:30:00.000Z'),
    named('Credits', '2026-03-10T04:30:00.000Z'),
    named('Latest Credits', '2026-03-11T04:30:00.000Z'),
  ] as const;

  it('are those of the credit that was awarded last, in whatever order they come', () => {
    for (const credits of [
      [former, between, latest],
      [latest, between, former],
      [between, latest, former],
    ])
      expect(totalsOf(credits)).toMatchObject([{ names: { plural: 'Latest Credits' }, amount: 375 }]);
  });
});

describe('an award', () => {
  const { learnerId, activityId, certificateId, awardedAt, awardedOn, title } = snapshot;
  const names = { name: 'Credit', plural: 'Credits', unit: 'credit' };
  const certified = { creditType: 'ama-pra-category-1', basis: 'awarded', amount: 125, maximum: 150 } as const;
  const points = { board: 'ABIM', boardName: 'ABIM', creditType: 'ama-pra-category-1', points: 125 } as const;

  it('is what the certificate certifies, with the day and the activity of each credit', () => {
    const credits = [certified, { ...certified, names }];
    const line = {
      ...{ creditType: 'ama-pra-category-1', basis: 'awarded', amount: 125 },
      ...{ awardedAt, awardedOn, activityId, certificateId, title },
    };
    expect(awardOf({ ...snapshot, credits }, 2)).toEqual({
      ...{ learnerId, activityId, cycle: 2, certificateId },
      credits: [line, { ...line, names }],
    });
  });

  it('says by when a board must have been told of its points', () => {
    expect(awardOf({ ...snapshot, awardedOn: '2026-03-09', moc: [points] }, 1).moc).toEqual([
      { ...points, reportBy: '2026-04-08' },
    ]);
  });

  it('that is suspended or revoked lends that to each of its credits', () => {
    const award = awardOf(snapshot, 1);
    expect(creditsOf(award)).toEqual(award.credits);
    expect(creditsOf({ ...award, standing: 'revoked' })).toEqual(
      award.credits.map((line) => ({ ...line, standing: 'revoked' })),
    );
  });

  it('has one text for its hash, which says all of it', () => {
    expect(JSON.parse(awardText(awardOf(snapshot, 1)))).toEqual(awardOf(snapshot, 1));
  });
});

describe('the points of a wallet', () => {
  const award = (awardedOn: string, points: Readonly<Record<string, number>>, more: Partial<Award> = {}): Award =>
    ({
      ...{ learnerId: 'l', activityId: 'a', cycle: 1, certificateId: 'c', credits: [credit({ awardedOn })] },
      moc: Object.entries(points).map(([board, of]) => ({ board, boardName: `Board ${board}`, points: of })),
      ...more,
    }) as Award;

  it('are summed by board and year, the newest year first and the boards by name', () => {
    const awards = [
      award('2025-06-01', { ABIM: 50 }),
      award('2026-01-02', { ABS: 25, ABIM: 100 }),
      award('2026-12-31', { ABIM: 25, ABA: 75 }),
    ];
    const totals = [
      { board: 'ABA', boardName: 'Board ABA', year: 2026, points: 75 },
      { board: 'ABIM', boardName: 'Board ABIM', year: 2026, points: 125 },
      { board: 'ABS', boardName: 'Board ABS', year: 2026, points: 25 },
      { board: 'ABIM', boardName: 'Board ABIM', year: 2025, points: 50 },
    ];
    expect(mocTotalsOf(awards)).toEqual(totals);
    expect(mocTotalsOf(awards.toReversed())).toEqual(totals);
  });

  it('do not count while their award is suspended, nor once it is revoked, and are none where there are none', () => {
    for (const standing of ['suspended', 'revoked'] as const)
      expect(mocTotalsOf([award('2026-03-09', { ABIM: 50 }, { standing })])).toEqual([]);
    const { moc: _, ...without } = award('2026-03-09', {});
    expect(mocTotalsOf([without])).toEqual([]);
  });
});
