import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAnswers,
  checkSubmission,
  deadlineOf,
  evaluateStart,
  isOverdue,
  isTimeUp,
  sameAnswers,
} from '../../../shared/domain/attempt.ts';
import { attemptsLeft } from '../../../shared/domain/attempts-left.ts';
import type { Participation, Stage } from '../../../shared/domain/participation.ts';
import { postTest, published, right, verification } from '../../support/activity.ts';
import '../../support/refusals.ts';

const inTime = '2026-03-09T04:30:00.000Z';
const at = (stage: Stage, attempts: Participation['attempts'] = {}): Participation => ({
  ...{ learnerId: 'l', activityId: 'hand-hygiene', cycle: 1, title: 'T', startedAt: inTime, stage, attempts },
});
const start = (participation?: Participation, now = inTime, assessment = postTest()) =>
  evaluateStart(published(), assessment, participation, now);

describe('starting an attempt', () => {
  it('is open to whoever has not begun or has failed', () => {
    expect(start()).toBeUndefined();
    expect(start(at('failed', { 'post-test': 2 }))).toBeUndefined();
  });

  it.each([
    ['attempting', 'attempt-in-progress'],
    ['grading', 'attempt-in-grading'],
    ['passed', 'already-passed'],
    ['evaluated', 'already-passed'],
    ['claimed', 'already-passed'],
    ['awarded', 'already-passed'],
    ['issued', 'already-passed'],
    ['notified', 'already-passed'],
  ] as const)('is refused while the learner is at the stage %s', (stage, code) => {
    expect(start(at(stage))).toBeRefusedFor(code);
  });

  it('is open on the first and on the last day, as they are where the activity is held', () => {
    // 15 January begins in New York at 05:00 UTC, and 31 December ends at 05:00 UTC of the next year.
    expect(start(undefined, '2026-01-15T04:59:59.999Z')).toBeRefusedFor('activity-not-open');
    expect(start(undefined, '2026-01-15T05:00:00.000Z')).toBeUndefined();
    expect(start(undefined, '2029-01-01T04:59:59.999Z')).toBeUndefined();
    expect(start(undefined, '2029-01-01T05:00:00.000Z')).toBeRefusedFor('activity-closed');
  });

  it('is refused when all attempts are used, and only at the assessment that they were used at', () => {
    const failed = at('failed', { 'post-test': 3 });
    expect(start(failed)).toBeRefusedFor('no-attempts-left');
    expect(start(failed, inTime, verification())).toBeUndefined();
  });

  it('gives every reason at once', () => {
    expect(start(at('grading', { 'post-test': 3 }), '2029-02-01T00:00:00.000Z')).toBeRefusedFor(
      ...['activity-closed', 'attempt-in-grading', 'no-attempts-left'],
    );
  });

  it('counts down the attempts that are left and never below none', () => {
    expect([0, 1, 3, 4].map((started) => attemptsLeft({ attemptLimit: 3 }, started))).toEqual([3, 2, 0, 0]);
    expect(attemptsLeft({}, 1_000)).toBeUndefined();
  });
});

describe('answers', () => {
  const test = postTest();

  it('may be saved while questions are open, and submitted only when none is', () => {
    expect(checkAnswers(test, { q1: ['a'] })).toBeUndefined();
    expect(checkAnswers(test, {})).toBeUndefined();
    expect(checkSubmission(test, right)).toBeUndefined();
    expect(checkSubmission(test, { ...right, q3: [] })).toBeRefusedFor('answers-missing');
    expect(checkSubmission(test, {})).toBeRefusedFor(...Array(4).fill('answers-missing'));
  });

  it('are refused for options and questions that there are not, with the place of each', () => {
    const refusal = checkAnswers(test, { q1: ['z'], q9: ['a'], q2: ['a', 'a ', 'c'] });
    expect(refusal).toBeRefusedFor('option-unknown', 'question-unknown', 'option-unknown');
    expect(refusal?.reasons.map(({ field }) => field)).toEqual(['/answers/q1', '/answers/q9', '/answers/q2']);
  });

  it.each(['q1', 'q3'])('are refused for two options of %s, which takes one', (questionId) => {
    expect(checkAnswers(test, { [questionId]: ['a', 'b'] })).toBeRefusedFor('one-option-only');
    expect(checkAnswers(test, { [questionId]: ['a', 'a'] })).toBeUndefined();
  });

  it('say every fault of a submission at once', () => {
    expect(checkSubmission(test, { q1: ['a', 'b'], q2: ['z'], q3: ['a'], x: [] })).toBeRefusedFor(
      ...['one-option-only', 'option-unknown', 'question-unknown', 'answers-missing'],
    );
  });

  it.each(['__proto__', 'constructor', 'toString'])('do not mistake %s for a question', (name) => {
    const answers = Object.fromEntries([...Object.entries(right), [name, ['a']]]);
    expect(checkSubmission(test, answers)).toBeRefusedFor('question-unknown');
  });

  it('are the same whatever the order of questions and options, and another when one choice differs', () => {
    const answers = fc.dictionary(
      fc.constantFrom('q1', 'q2', 'q3'),
      fc.subarray(['a', 'b', 'c', 'd'], { minLength: 0 }),
    );
    const meaning = (given: Record<string, string[]>): string =>
      ['q1', 'q2', 'q3'].map((questionId) => [...(given[questionId] ?? [])].sort().join('')).join('/');
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const turned = Object.fromEntries(
          Object.entries(one)
            .reverse()
            .map(([questionId, chosen]) => [questionId, [...chosen, ...chosen].reverse()]),
        );
        expect(sameAnswers(one, turned)).toBe(true);
        // A question that was left open may be there or not.
        expect(sameAnswers({ ...one, q9: [] }, one)).toBe(true);
        expect(sameAnswers(one, other)).toBe(meaning(one) === meaning(other));
      }),
    );
  });
});

describe('the time limit of an attempt', () => {
  it('ends so many minutes after the start, and there is none for an untimed assessment', () => {
    expect(deadlineOf(postTest({ timeLimitMinutes: 90 }), inTime)).toBe('2026-03-09T06:00:00.000Z');
    expect(deadlineOf(postTest(), inTime)).toBeUndefined();
  });

  it('leaves 30 seconds of grace for a slow line', () => {
    const deadline = '2026-03-09T06:00:00.000Z';
    expect(isTimeUp({ deadline }, '2026-03-09T05:59:59.999Z')).toBe(false);
    expect(isTimeUp({ deadline }, '2026-03-09T06:00:00.000Z')).toBe(true);
    expect(isTimeUp({}, '9999-12-31T23:59:59.999Z')).toBe(false);
    expect(isOverdue({ deadline }, '2026-03-09T06:00:30.000Z')).toBe(false);
    expect(isOverdue({ deadline }, '2026-03-09T06:00:30.001Z')).toBe(true);
    expect(isOverdue({}, '9999-12-31T23:59:59.999Z')).toBe(false);
  });
});
