import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionsOf } from '../../../shared/domain/attempt.ts';
import { postTest } from '../../support/activity.ts';

const shuffling = postTest({ shuffle: true });
const byId = <Item extends { questionId?: string; optionId?: string }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => ((a.questionId ?? a.optionId ?? '') < (b.questionId ?? b.optionId ?? '') ? -1 : 1));

describe('the order in which an attempt shows its questions', () => {
  it('is that of the author unless the assessment is shuffled', () => {
    expect(questionsOf(postTest({ shuffle: false }), 'any')).toEqual(postTest().questions);
  });

  it('stays the same on every load, and loses and invents nothing', () => {
    fc.assert(
      fc.property(fc.string(), (attemptId) => {
        const shown = questionsOf(shuffling, attemptId);
        expect(questionsOf(shuffling, attemptId)).toEqual(shown);
        expect(byId(shown).map((question) => ({ ...question, options: byId(question.options) }))).toEqual(
          shuffling.questions,
        );
      }),
    );
  });

  it('keeps true before false', () => {
    fc.assert(
      fc.property(fc.string(), (attemptId) => {
        const shown = questionsOf(shuffling, attemptId).find(({ kind }) => kind === 'true-false');
        expect(shown?.options.map(({ text }) => text)).toEqual(['True', 'False']);
      }),
    );
  });

  it('differs between attempts, with every question and option first in a fair share of them', () => {
    const attempts = Array.from({ length: 2_400 }, (_, number) => questionsOf(shuffling, `attempt-${number}`));
    const firsts = Object.groupBy(attempts, (shown) => shown[0]?.questionId ?? '');
    expect(Object.keys(firsts).sort()).toEqual(['q1', 'q2', 'q3', 'q4']);
    for (const share of Object.values(firsts)) expect(Math.abs((share?.length ?? 0) - 600)).toBeLessThan(100);
    const options = Object.groupBy(
      attempts.map((shown) => shown.find(({ questionId }) => questionId === 'q1')?.options[0]?.optionId ?? ''),
      (first) => first,
    );
    for (const share of Object.values(options)) expect(Math.abs((share?.length ?? 0) - 800)).toBeLessThan(120);
  });
});
