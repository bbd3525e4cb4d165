import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, type Assessment, grade } from '../../../shared/domain/assessment.ts';
import { justRight, postTest, postTestKey, right, wrong } from '../../support/activity.ts';

const gradeOf = (answers: Answers, overrides: Partial<Assessment> = {}) =>
  grade(postTest(overrides), postTestKey, answers);
const isRight = (answers: Answers, questionId: string): boolean | undefined =>
  gradeOf(answers).results.find((result) => result.questionId === questionId)?.right;

describe('grading', () => {
  it('passes whoever answers everything right, and says so of each question in the order of the test', () => {
    expect(gradeOf(right)).toEqual({
      ...{ status: 'passed', score: 100, passMark: 75 },
      results: ['q1', 'q2', 'q3', 'q4'].map((questionId) => ({ questionId, right: true })),
    });
  });

  it('passes at the very pass mark and fails below it', () => {
    expect(gradeOf(justRight)).toMatchObject({ status: 'passed', score: 75 });
    expect(gradeOf(wrong)).toMatchObject({ status: 'failed', score: 50 });
    expect(gradeOf(justRight, { passMark: 76 })).toMatchObject({ status: 'failed', score: 75 });
  });

  it('counts a question that is not answered as wrong', () => {
    expect(gradeOf({})).toMatchObject({ status: 'failed', score: 0 });
    expect(isRight({ ...right, q1: [] }, 'q1')).toBe(false);
  });

  it('counts a multiple-choice question when exactly the right options are chosen, in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 6 }), (chosen) => {
        const distinct = [...new Set(chosen)].sort().join('');
        expect(isRight({ ...right, q2: chosen }, 'q2')).toBe(distinct === 'ac');
      }),
    );
  });

  it.each(['q1', 'q3', 'q4'])('gives nothing for choosing a wrong option beside the right one of %s', (questionId) => {
    expect(isRight({ ...right, [questionId]: ['a', 'b'] }, questionId)).toBe(false);
  });

  it('never rounds a score up to the pass mark: of 1 to 50 questions, every score passes only what reaches it', () => {
    for (let count = 1; count <= 50; count++) {
      const questions = Array.from({ length: count }, (_, index) => ({
        ...{ questionId: `q${index}`, text: '', kind: 'true-false' as const, options: [] },
      }));
      const key = Object.fromEntries(questions.map(({ questionId }) => [questionId, { right: ['a'] }]));
      for (let correct = 0; correct <= count; correct++) {
        const answers = Object.fromEntries(questions.slice(0, correct).map(({ questionId }) => [questionId, ['a']]));
        const exact = (100 * correct) / count;
        for (const passMark of [Math.floor(exact), Math.ceil(exact), Math.floor(exact) + 1, 70]) {
          const result = grade(postTest({ questions, passMark }), key, answers);
          expect(result.status, `${correct} of ${count} at ${passMark} %`).toBe(
            100 * correct >= passMark * count ? 'passed' : 'failed',
          );
          expect(result.score <= exact && result.score > exact - 1).toBe(true);
          // What is shown agrees with what is decided.
          expect(result.status === 'passed').toBe(result.score >= passMark);
        }
      }
    }
  });

  it('breaks, and fails nobody, when the key lacks a question', () => {
    expect(() => grade(postTest(), { q1: { right: ['a'] } }, right)).toThrow(/lacks question q2/);
  });

  it('has the same result however often it is graded, and changes nothing that it is given', () => {
    const answers = structuredClone(right);
    expect(gradeOf(answers)).toEqual(gradeOf(answers));
    expect(answers).toEqual(right);
  });
});
