import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ItemAnswer,
  itemAnswersOf,
  itemFiguresOf,
  scoreFiguresOf,
} from '../../../../shared/domain/outcomes/items.ts';
import type { FirstAnswers } from '../../../../shared/domain/outcomes/kept.ts';

/** A first attempt from a line of ones and zeros, one a question. */
const attempt = (line: string): FirstAnswers => ({
  ...{ activityId: 'hand-hygiene', activityVersion: 1, assessmentId: 'post-test', on: '2026-03-09' },
  items: Object.fromEntries(
    [...line].map((mark, index) => [`q${index + 1}`, { chosen: [mark === '1' ? 'a' : 'b'], right: mark === '1' }]),
  ),
});
const answersTo = (attempts: readonly FirstAnswers[], questionId: string): readonly ItemAnswer[] =>
  attempts.flatMap((one) => itemAnswersOf(one).flatMap(([id, answer]) => (id === questionId ? [answer] : [])));
const lines = (width: number, least = 5, most = 60) =>
  fc.array(fc.stringMatching(new RegExp(`^[01]{${width}}$`)), { minLength: least, maxLength: most });

describe('an item', () => {
  it('says nothing of fewer than five learners', () => {
    expect(itemFiguresOf(answersTo(['10', '01', '11', '00'].map(attempt), 'q1'))).toBeUndefined();
    expect(itemFiguresOf(answersTo(['10', '01', '11', '00', '10'].map(attempt), 'q1'))).toMatchObject({
      ...{ learners: 5, right: 3, chosen: { a: 3, b: 2 } },
    });
  });

  it('discriminates by how the others were answered, worked out by hand', () => {
    // Of q1: right with rests 2, 2, 1, wrong with 0, 1, 0. Means 5/3 and 1/3, population deviation of the rests √(2/3),
    // shares one half: (5/3 − 1/3) / √(2/3) · √(1/4) = 0.816….
    const six = ['111', '111', '110', '000', '010', '000'].map(attempt);
    expect(itemFiguresOf(answersTo(six, 'q1'))?.discrimination).toBeCloseTo(Math.sqrt(2 / 3), 10);
  });

  it('discriminates as the textbook’s point-biserial has it, with the rest of the test', () => {
    fc.assert(
      fc.property(lines(6), (all) => {
        const answers = answersTo(all.map(attempt), 'q1');
        const rests = (right: boolean) => answers.filter((one) => one.right === right).map(({ rest }) => rest);
        const [ones, zeros] = [rests(true), rests(false)];
        const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
        const every = [...ones, ...zeros];
        const deviation = Math.sqrt(mean(every.map((rest) => rest ** 2)) - mean(every) ** 2);
        const share = ones.length / every.length;
        const { discrimination } = itemFiguresOf(answers) ?? {};
        if (ones.length === 0 || zeros.length === 0 || deviation < 1e-9) expect(discrimination).toBeUndefined();
        else
          expect(discrimination).toBeCloseTo(
            ((mean(ones) - mean(zeros)) / deviation) * Math.sqrt(share * (1 - share)),
            8,
          );
      }),
    );
  });

  it('compares the best and the weakest 27 % where these are five learners or more', () => {
    const ladder = (count: number) =>
      Array.from({ length: count }, (_, rank): ItemAnswer => {
        const right = rank >= count / 2;
        return { on: '2026-03-09', chosen: [], right, rest: rank };
      });
    expect(itemFiguresOf(ladder(16))?.upperLower).toBeUndefined();
    expect(itemFiguresOf(ladder(20))?.upperLower).toBe(1);
  });

  it('lies, with equal scores at the edge of a group, between the kindest and the harshest order of them', () => {
    fc.assert(
      fc.property(lines(4, 19), (all) => {
        const answers = answersTo(all.map(attempt), 'q1');
        const size = Math.round(answers.length * 0.27);
        const index = (rightFirst: number): number => {
          const score = ({ right, rest }: ItemAnswer) => rest + Number(right);
          const sorted = answers.toSorted(
            (a, b) => score(b) - score(a) || rightFirst * (Number(b.right) - Number(a.right)),
          );
          const count = (of: readonly ItemAnswer[]) => of.filter(({ right }) => right).length;
          return (count(sorted.slice(0, size)) - count(sorted.slice(-size))) / size;
        };
        const { upperLower = Number.NaN } = itemFiguresOf(answers) ?? {};
        expect(upperLower).toBeGreaterThanOrEqual(index(-1) - 1e-9);
        expect(upperLower).toBeLessThanOrEqual(index(1) + 1e-9);
      }),
    );
  });

  it('is measured the same whatever the order of the rows', () => {
    fc.assert(
      fc.property(lines(5), (all) => {
        const attempts = all.map(attempt);
        const [one, other] = [attempts, attempts.toReversed()].map((rows) => itemFiguresOf(answersTo(rows, 'q3')));
        expect(other?.upperLower).toBe(one?.upperLower);
        expect(other?.right).toBe(one?.right);
      }),
    );
  });
});

describe('the scores of an assessment', () => {
  it('are rounded down as the learner was told, and lie in bars of ten', () => {
    const scores = scoreFiguresOf(['111', '111', '110', '100', '000'].map(attempt));
    expect(scores).toMatchObject({ learners: 5, low: 33, median: 66, high: 100, mean: (100 + 100 + 66 + 33) / 5 });
    expect(scores?.bars.map(({ least, greatest, learners }) => `${least}–${greatest}: ${learners}`)).toEqual([
      ...['0–9: 1', '10–19: 0', '20–29: 0', '30–39: 1', '40–49: 0'],
      ...['50–59: 0', '60–69: 1', '70–79: 0', '80–89: 0', '90–100: 2'],
    ]);
  });

  it('are reliable as Kuder and Richardson’s formula 20 says, worked out by hand', () => {
    // Items right by 3, 2 and 2 of 5: variances .24 each. Totals 3, 3, 1, 0, 0: mean 1.4, variance 1.84.
    // 3/2 · (1 − .72/1.84) = .913….
    expect(scoreFiguresOf(['111', '111', '100', '000', '000'].map(attempt))?.reliability).toBeCloseTo(0.91304, 5);
  });

  it('are as reliable as Cronbach’s alpha over the matrix of covariances', () => {
    fc.assert(
      fc.property(lines(4), (all) => {
        const columns = [0, 1, 2, 3].map((column) => all.map((line) => Number(line[column])));
        const mean = (of: readonly number[]) => of.reduce((a, b) => a + b, 0) / of.length;
        const covariance = (a: readonly number[], b: readonly number[]) =>
          mean(a.map((one, row) => one * (b[row] ?? 0))) - mean(a) * mean(b);
        const matrix = columns.map((a) => columns.map((b) => covariance(a, b)));
        const whole = matrix.flat().reduce((a, b) => a + b, 0);
        const trace = matrix.reduce((total, row, at) => total + (row[at] ?? 0), 0);
        const { reliability } = scoreFiguresOf(all.map(attempt)) ?? {};
        if (whole < 1e-9) expect(reliability).toBeUndefined();
        else expect(reliability).toBeCloseTo((4 / 3) * (1 - trace / whole), 7);
      }),
    );
  });

  it('have no reliability where learners are asked different questions', () => {
    const drawn = { ...attempt('10'), items: { q1: { chosen: ['a'], right: true }, q9: { chosen: [], right: false } } };
    expect(scoreFiguresOf([...['11', '01', '00', '11'].map(attempt), drawn])).not.toHaveProperty('reliability');
  });
});
