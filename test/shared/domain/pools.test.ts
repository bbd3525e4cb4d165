import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryOfAssessment } from '../../../shared/domain/activity.ts';
import { type Assessment, asAsked, askedCount, grade } from '../../../shared/domain/assessment.ts';
import { checkSubmission, drawQuestions, feedbackOn, questionsOf } from '../../../shared/domain/attempt.ts';
import { postTest } from '../../support/activity.ts';

/** Two questions that are always asked, and pools of five and three. */
const pooled = (draws: readonly [number, number]): Assessment => {
  const [template] = postTest().questions;
  if (!template) throw new Error('no question');
  const make = (questionId: string, pool?: string) => ({ ...template, questionId, ...(pool && { pool }) });
  return postTest({
    questions: [
      make('first'),
      ...['a1', 'a2', 'a3', 'a4', 'a5'].map((name) => make(name, 'a')),
      ...['b1', 'b2', 'b3'].map((name) => make(name, 'b')),
      make('last'),
    ],
    pools: [
      { poolId: 'a', draw: draws[0] },
      { poolId: 'b', draw: draws[1] },
    ],
  });
};
const draws = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }));
const countIn = (asked: readonly string[], pool: string) => asked.filter((id) => id.startsWith(pool)).length;
const drawn = (assessment: Assessment, attemptId: string): readonly string[] =>
  drawQuestions(assessment, attemptId) ?? [];

describe('an assessment with pools', () => {
  it('asks of each pool as many as are drawn, and always what is in none, in the author’s order', () => {
    fc.assert(
      fc.property(draws, fc.string(), (many, attemptId) => {
        const assessment = pooled(many);
        const asked = drawn(assessment, attemptId);
        expect([countIn(asked, 'a'), countIn(asked, 'b')]).toEqual(many);
        expect([asked[0], asked.at(-1)]).toEqual(['first', 'last']);
        expect(asked).toEqual(asked.toSorted((x, y) => order(assessment, x) - order(assessment, y)));
        expect(asked).toHaveLength(askedCount(assessment));
        expect(summaryOfAssessment(assessment).questionCount).toBe(asked.length);
      }),
    );
  });

  it('asks an attempt the same each time that it draws, and another attempt others', () => {
    const assessment = pooled([2, 1]);
    const attempts = Array.from({ length: 600 }, (_, number) => drawn(assessment, `attempt-${number}`));
    expect(attempts.map((asked, number) => [drawn(assessment, `attempt-${number}`), asked])).toEqual(
      attempts.map((asked) => [asked, asked]),
    );
    for (const id of ['a1', 'a2', 'a3', 'a4', 'a5'])
      expect(Math.abs(attempts.filter((asked) => asked.includes(id)).length - 240)).toBeLessThan(60);
    for (const id of ['b1', 'b2', 'b3'])
      expect(Math.abs(attempts.filter((asked) => asked.includes(id)).length - 200)).toBeLessThan(60);
  });

  it('grades what was asked, and only that: whoever gets it all right has 100 %', () => {
    fc.assert(
      fc.property(draws, fc.string(), fc.nat(), (many, attemptId, pick) => {
        const whole = pooled(many);
        const asked = drawn(whole, attemptId);
        const assessment = asAsked(whole, asked);
        const key = Object.fromEntries(whole.questions.map(({ questionId }) => [questionId, { right: ['a'] }]));
        const right = Object.fromEntries(asked.map((questionId) => [questionId, ['a']]));
        expect(checkSubmission(assessment, right)).toBeUndefined();
        expect(grade(assessment, key, right).score).toBe(100);
        const wronged = asked[pick % asked.length] ?? '';
        const { score, results, status } = grade(assessment, key, { ...right, [wronged]: ['b'] });
        expect(score).toBe(Math.floor((100 * (asked.length - 1)) / asked.length));
        expect(results.map(({ questionId }) => questionId)).toEqual(asked);
        const told = feedbackOn(assessment, key, right, { results, status, score, passMark: 75 }, true);
        expect(told.map(({ questionId }) => questionId)).toEqual(asked);
        expect(
          questionsOf(assessment, attemptId)
            .map(({ questionId }) => questionId)
            .toSorted(),
        ).toEqual(asked.toSorted());
      }),
    );
  });

  it('takes no answer to a question that was not drawn', () => {
    const whole = pooled([1, 1]);
    const asked = drawn(whole, 'one');
    const stranger = ['a1', 'a2'].find((id) => !asked.includes(id)) ?? '';
    const answers = Object.fromEntries([...asked, stranger].map((questionId) => [questionId, ['a']]));
    expect(checkSubmission(asAsked(whole, asked), answers)?.reasons.map(({ code }) => code)).toEqual([
      'question-unknown',
    ]);
  });
});

const order = ({ questions }: Assessment, id: string): number =>
  questions.findIndex(({ questionId }) => questionId === id);

describe('an assessment without pools', () => {
  it('asks everything, in attempts that began before there were pools too', () => {
    expect(drawQuestions(postTest(), 'any')).toBeUndefined();
    expect(asAsked(postTest(), undefined)).toEqual(postTest());
  });
});

describe('a question whose options keep their order', () => {
  it('is shown as it was written where all others are shuffled', () => {
    const kept = postTest({ questions: postTest().questions.map((one) => ({ ...one, keepOrder: true as const })) });
    fc.assert(
      fc.property(fc.string(), (attemptId) => {
        for (const { questionId, options } of questionsOf(kept, attemptId))
          expect(options).toEqual(kept.questions.find((one) => one.questionId === questionId)?.options);
      }),
    );
  });
});
