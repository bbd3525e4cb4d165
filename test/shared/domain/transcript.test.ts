import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Certificate, certificateStatuses } from '../../../shared/domain/certificate.ts';
import { creditTypeIds, knownType, nameIn } from '../../../shared/domain/credit-type.ts';
import { readScope, transcriptOf } from '../../../shared/domain/transcript.ts';
import { snapshot } from '../documents/samples.ts';
import '../../support/refusals.ts';

const today = '2026-11-24';

/** A certificate of one day, with the credits that are given. */
const certificate = (
  participatedOn: string,
  credits: Certificate['snapshot']['credits'] = snapshot.credits,
  status: Certificate['status'] = 'valid',
): Certificate => ({ snapshot: { ...snapshot, participatedOn, awardedOn: participatedOn, credits }, status });

const awarded = (amount: number, creditType = creditTypeIds[0]) => ({
  ...{ creditType, amount, basis: 'awarded' as const, maximum: amount },
});

describe('a transcript', () => {
  it('lists a credit with everything that a board asks for', () => {
    expect(transcriptOf([certificate('2026-03-09')], {}, today).lines).toEqual([
      {
        name: snapshot.name,
        ...{ participatedOn: '2026-03-09', awardedOn: '2026-03-09', title: snapshot.title },
        ...{ format: 'enduring-material', provider: snapshot.provider.name, creditType: 'ama-pra-category-1' },
        names: nameIn(knownType('ama-pra-category-1')),
        ...{ basis: 'awarded', amount: 125, counted: 125, number: snapshot.number, standing: 'valid' },
        ...{ certificateId: snapshot.certificateId, verifyUrl: snapshot.verifyUrl },
      },
    ]);
  });

  it('is in the order of participation, newest first', () => {
    const days = ['2025-01-31', '2026-03-09', '2024-12-31'];
    const { lines } = transcriptOf(
      days.map((day) => certificate(day)),
      {},
      today,
    );
    expect(lines.map(({ participatedOn }) => participatedOn)).toEqual(['2026-03-09', '2025-01-31', '2024-12-31']);
  });

  it('is, within a day, in the order of awarding and of numbers, and within a certificate in that of the kinds', () => {
    const [first = '', second = ''] = creditTypeIds;
    const of = (awardedOn: string, number: string): Certificate => ({
      snapshot: {
        ...certificate('2026-03-09').snapshot,
        awardedOn,
        number,
        credits: [awarded(50, second), awarded(100, first)],
      },
      status: 'valid',
    });
    const all = [of('2026-03-09', 'B'), of('2026-03-10', 'C'), of('2026-03-09', 'A')];
    for (const given of [all, all.toReversed()])
      expect(transcriptOf(given, {}, today).lines.map(({ number, creditType }) => [number, creditType])).toEqual(
        ['C', 'A', 'B'].flatMap((number) => [first, second].map((creditType) => [number, creditType])),
      );
  });

  it('names a format of its own, a joint provider and a kind as its certificate has it', () => {
    const names = { name: 'Harbor hour', plural: 'Harbor hours', unit: 'hour' };
    const own = { formatDetail: 'walking rounds', jointProvider: 'Harbor Hospital' };
    const { snapshot: of, status } = certificate('2026-03-09', [{ ...awarded(100, 'harbor-hour'), names }]);
    const [line] = transcriptOf([{ snapshot: { ...of, ...own }, status }], {}, today).lines;
    expect(line).toMatchObject({ ...own, creditType: 'harbor-hour', names });
  });

  it('totals each kind and each year, the newest year first and the kinds in their order', () => {
    const [first = '', second = ''] = creditTypeIds;
    const both = [awarded(50, second), awarded(100, first)];
    const all = ['2025-01-31', '2026-03-09', '2026-05-01'].map((day) => certificate(day, both));
    for (const given of [all, all.toReversed()]) {
      const { totals, years } = transcriptOf(given, {}, today);
      expect(totals.map(({ creditType, amount }) => [creditType, amount])).toEqual([
        [first, 300],
        [second, 150],
      ]);
      expect(years.map(({ year, creditType, amount }) => [year, creditType, amount])).toEqual([
        [2026, first, 200],
        [2026, second, 100],
        [2025, first, 100],
        [2025, second, 50],
      ]);
    }
  });

  it('totals the kinds in their order, whichever was earned last', () => {
    const [first = '', second = ''] = creditTypeIds;
    const all = [certificate('2026-03-09', [awarded(100, first)]), certificate('2026-05-01', [awarded(50, second)])];
    const { totals, years } = transcriptOf(all, {}, today);
    for (const sums of [totals, years]) expect(sums.map(({ creditType }) => creditType)).toEqual([first, second]);
  });

  it('covers the first and the last day of its range, and no day beside them', () => {
    const all = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => certificate(day));
    const { lines, scope } = transcriptOf(all, { from: '2026-01-01', to: '2026-06-30' }, today);
    expect(lines.map(({ participatedOn }) => participatedOn)).toEqual(['2026-06-30', '2026-01-01']);
    expect(scope).toEqual({ from: '2026-01-01', to: '2026-06-30' });
  });

  it('covers everything up to today when no range is asked for, and says so', () => {
    expect(transcriptOf([certificate('2024-05-02')], {}, today).scope).toEqual({ from: '2024-05-02', to: today });
    expect(transcriptOf([], {}, today).scope).toEqual({ from: today, to: today });
    // East of Greenwich a participation may bear tomorrow's date.
    expect(transcriptOf([certificate('2026-11-25')], {}, today).lines).toHaveLength(1);
    expect(transcriptOf([], { from: '2027-01-01' }, today).scope).toEqual({ from: '2027-01-01', to: '2027-01-01' });
  });

  it('holds the asked kinds of credit alone', () => {
    const both = certificate('2026-03-09', [awarded(100), awarded(50, creditTypeIds[1])]);
    const { lines, scope } = transcriptOf([both], { types: [creditTypeIds[1] ?? creditTypeIds[0]] }, today);
    expect(lines.map(({ amount }) => amount)).toEqual([50]);
    expect(scope.types).toEqual([creditTypeIds[1]]);
  });

  it.each(['replaced', 'suspended', 'revoked'] as const)('lists a %s credit as such, and never totals it', (status) => {
    const { lines, totals, years } = transcriptOf([certificate('2026-03-09', [awarded(100)], status)], {}, today);
    expect(lines).toMatchObject([{ standing: status, amount: 100, counted: 0 }]);
    expect([totals, years]).toEqual([[], []]);
  });

  it('lists attendance, and never totals it', () => {
    const attended = certificate('2026-03-09', [{ ...awarded(100), basis: 'attendance' }]);
    const { lines, totals } = transcriptOf([attended], {}, today);
    expect(lines).toMatchObject([{ basis: 'attendance', counted: 0 }]);
    expect(totals).toEqual([]);
  });

  it('counts credit whose certificate is still being prepared', () => {
    for (const status of ['issuing', 'parked'] as const)
      expect(transcriptOf([certificate('2026-03-09', [awarded(100)], status)], {}, today).totals).toMatchObject([
        { creditType: creditTypeIds[0], amount: 100 },
      ]);
  });
});

const day = fc
  .date({ min: new Date('2023-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyCertificate = fc
  .record({
    day,
    status: fc.constantFrom(...certificateStatuses),
    credits: fc.array(
      fc.record({
        creditType: fc.constantFrom(...creditTypeIds),
        basis: fc.constantFrom('awarded' as const, 'attendance' as const),
        amount: fc.integer({ min: 1, max: 5_000 }),
        maximum: fc.constant(5_000),
      }),
      { maxLength: 4 },
    ),
  })
  .map((given) => certificate(given.day, given.credits, given.status));
const certificates = fc.array(anyCertificate, { maxLength: 30 });
const sum = (amounts: readonly { readonly amount: number }[]): number =>
  amounts.reduce((total, { amount }) => total + amount, 0);

/** Totals added up by kind and year. */
const merged = (...parts: readonly ReturnType<typeof transcriptOf>[]): Readonly<Record<string, number>> => {
  const sums: Record<string, number> = {};
  for (const { creditType, year, amount } of parts.flatMap(({ years }) => years))
    sums[`${year} ${creditType}`] = (sums[`${year} ${creditType}`] ?? 0) + amount;
  return sums;
};

describe('whatever credit there is, a transcript’s totals', () => {
  it('are the sums of its lines, by kind and by year', () => {
    fc.assert(
      fc.property(certificates, day, day, (all, from, to) => {
        const { lines, totals, years } = transcriptOf(all, { from, to }, today);
        const counted = lines.reduce((total, line) => total + line.counted, 0);
        expect([sum(totals), sum(years)]).toEqual([counted, counted]);
        for (const { creditType, amount } of totals) {
          expect(amount).toBe(sum(years.filter((each) => each.creditType === creditType)));
          const own = lines.filter((line) => line.creditType === creditType);
          const counting = own.filter(({ standing, basis }) => standing === 'valid' && basis === 'awarded');
          expect(amount).toBe(sum(counting));
          expect(Number.isInteger(amount)).toBe(true);
        }
      }),
    );
  });

  it('add up when a range is split at any day', () => {
    fc.assert(
      fc.property(certificates, fc.tuple(day, day, day), (all, days) => {
        const [from = '', last = '', to = ''] = days.toSorted();
        const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
        const whole = transcriptOf(all, { from, to }, today);
        const first = transcriptOf(all, { from, to: last }, today);
        const second = transcriptOf(all, { from: next, to }, today);
        expect(merged(first, second)).toEqual(merged(whole));
        expect([...second.lines, ...first.lines]).toEqual(whole.lines);
      }),
    );
  });

  it('do not depend on the order in which certificates are read', () => {
    fc.assert(
      fc.property(certificates, (all) => {
        const [one, other] = [all, all.toReversed()].map((each) => transcriptOf(each, {}, today));
        expect([one?.totals, one?.years, one?.scope]).toEqual([other?.totals, other?.years, other?.scope]);
      }),
    );
  });
});

describe('what is asked of a transcript', () => {
  it('is read from a query; what is left empty is not narrowed down', () => {
    expect(readScope({})).toEqual({});
    expect(readScope({ from: '', to: '', types: '' })).toEqual({});
    expect(readScope({ from: '2026-01-01', to: '2026-12-31' })).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(readScope({ from: '2026-01-01' })).toEqual({ from: '2026-01-01' });
    expect(readScope({ to: '2026-12-31' })).toEqual({ to: '2026-12-31' });
    expect(readScope({ from: '2026-01-01', to: '2026-01-01' })).toEqual({ from: '2026-01-01', to: '2026-01-01' });
  });

  it('may name a provider’s own kind of credit, which comes after the known ones', () => {
    expect(readScope({ types: 'harbor-hour,ama-pra-category-1' })).toEqual({
      types: ['ama-pra-category-1', 'harbor-hour'],
    });
  });

  it('names kinds of credit in any order, each once', () => {
    expect(readScope({ types: 'b-hours,a-hours,b-hours' })).toEqual({ types: ['a-hours', 'b-hours'] });
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '9 March 2026', '20260309', '2026-03-09T00:00', '٢٠٢٦-٠٣-٠٩'])(
    'is refused when a date is %s, with the parameter’s name',
    (text) => {
      const refused = readScope({ from: text, to: text });
      expect(refused).toBeRefusedFor('date-unreadable', 'date-unreadable');
      expect(refused).toMatchObject({ reasons: [{ field: '/from' }, { field: '/to' }] });
    },
  );

  it('is refused when the range runs backwards or a kind of credit is unknown, with both reasons at once', () => {
    const refused = readScope({ from: '2026-03-10', to: '2026-03-09', types: 'ama,<b>' });
    expect(refused).toBeRefusedFor('range-reversed', 'credit-type-unknown');
    expect(refused).toMatchObject({ reasons: [{ field: '/to' }, { field: '/types' }] });
  });
});
