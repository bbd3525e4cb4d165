import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAST, type Shown, shownOf } from '../../../../shared/domain/outcomes/groups.ts';

const days = ['2026-02-26', '2026-02-27', '2026-03-01', '2026-03-02', '2026-03-15', '2026-04-01', '2026-05-09'];
const months = ['2026-02', '2026-03', '2026-04', '2026-05'];
const on = (...counts: readonly number[]) =>
  counts.flatMap((count, day) =>
    Array.from({ length: count }, (_, number) => ({ on: days[day] ?? '', who: `${day}/${number}` })),
  );
const history = fc.array(fc.nat({ max: 7 }), { maxLength: days.length }).map((counts) => on(...counts));
const shown = fc.record({
  today: fc.constantFrom(...days, '2026-06-01'),
  from: fc.option(fc.constantFrom(...months), { nil: undefined }),
  to: fc.option(fc.constantFrom(...months), { nil: undefined }),
});
const whoOf = (answers: readonly { on: string; who: string }[], how: Shown) =>
  new Set(shownOf(answers, how).map(({ who }) => who));

describe('what may be shown of outcomes', () => {
  it('is nothing before five learners answered on days that are over', () => {
    expect(shownOf(on(4), { today: '2026-06-01' })).toEqual([]);
    expect(shownOf(on(5), { today: '2026-06-01' })).toHaveLength(5);
    expect(shownOf(on(5), { today: '2026-02-26' })).toEqual([]);
    expect(shownOf(on(5), { today: '2026-02-27' })).toHaveLength(5);
  });

  it('comes by groups of whole days: what has no group yet waits', () => {
    // Four and two are a group of six; of the three after it nothing is shown until two more have come.
    expect(shownOf(on(4, 2, 3), { today: '2026-06-01' })).toHaveLength(6);
    expect(shownOf(on(4, 2, 3, 2), { today: '2026-06-01' })).toHaveLength(11);
  });

  it('belongs to the month in which its group closed', () => {
    const answers = on(4, 0, 3, 0, 5);
    expect(whoOf(answers, { today: '2026-06-01', from: '2026-03', to: '2026-03' }).size).toBe(12);
    expect(whoOf(answers, { today: '2026-06-01', to: '2026-02' }).size).toBe(0);
  });

  it('differs between any two reports by nobody or by five learners and more, whatever was asked for and when', () => {
    fc.assert(
      fc.property(history, shown, shown, (answers, one, other) => {
        const [ones, others] = [whoOf(answers, one), whoOf(answers, other)];
        const only = [ones.difference(others).size, others.difference(ones).size];
        for (const count of [...only, ones.size]) expect(count === 0 || count >= LEAST).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('stays when more is answered later, whatever the order in which rows are read', () => {
    fc.assert(
      fc.property(history, shown, fc.nat({ max: 6 }), (answers, how, count) => {
        const more = Array.from({ length: count }, (_, number) => ({ on: how.today, who: `later/${number}` }));
        expect(whoOf([...more, ...answers.toReversed()], how)).toEqual(whoOf(answers, how));
      }),
    );
  });
});
