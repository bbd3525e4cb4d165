import { describe, expect, it } from 'vitest';
import { pauseAfter } from '../../web/components/polling.ts';
import { leftText } from '../../web/learner/attempt/attempts-left.ts';
import { gradingText, issuingText } from '../../web/learner/attempt/grading-pace.ts';
import { chosenTexts, pageOf, unanswered, withOption } from '../../web/learner/attempt/questions.ts';
import { clockOf, leftOf, warningOf } from '../../web/learner/attempt/time-left.ts';
import type { Question } from '../../web/learner/screens/activity-types.ts';

const options = [
  { optionId: 'a', text: 'First' },
  { optionId: 'b', text: 'Second' },
];
const one: Question = { questionId: 'q1', text: 'Which one?', kind: 'single-choice', options };
const several: Question = { questionId: 'q2', text: 'Which ones?', kind: 'multiple-choice', options };
const questions = [one, several];

describe('the pages of an attempt', () => {
  it('replaces the answer to a question that has one', () => {
    expect(withOption({ q1: ['a'] }, one, 'b', true)).toEqual({ q1: ['b'] });
  });

  it('adds and takes away options of a question that has several', () => {
    const both = withOption({ q2: ['b'] }, several, 'a', true);
    expect(both).toEqual({ q2: ['b', 'a'] });
    expect(withOption(both, several, 'b', false)).toEqual({ q2: ['a'] });
  });

  it('lists a question as unanswered when every option of it was unticked again', () => {
    expect(unanswered(questions, { q1: ['a'], q2: [] })).toEqual([2]);
  });

  it('shows the chosen options in the order of the question', () => {
    expect(chosenTexts(several, { q2: ['b', 'a'] })).toEqual(['First', 'Second']);
  });

  it('goes on at the first question that is not answered, and at the check when all are', () => {
    expect(pageOf({}, questions, { q1: ['a'] })).toBe(2);
    expect(pageOf({}, questions, { q1: ['a'], q2: ['a'] })).toBe('check');
  });

  it('opens the page that the address names, unless there is no such question', () => {
    expect(pageOf({ question: '1' }, questions, { q1: ['a'] })).toBe(1);
    expect(pageOf({ check: '' }, questions, {})).toBe('check');
    expect(pageOf({ question: '3' }, questions, {})).toBe(1);
  });

  it('says how many attempts are left, and what to do when there are none', () => {
    expect(leftText(null)).toMatch(/as often as you need/);
    expect(leftText(1)).toBe('One attempt is left.');
    expect(leftText(2)).toBe('2 attempts are left.');
    expect(leftText(0)).toMatch(/Ask the provider/);
  });
});

describe('the time of a timed attempt', () => {
  it('is shown as a clock that never goes below zero', () => {
    expect(clockOf(45 * 60_000)).toBe('45:00');
    expect(clockOf(3_725_000)).toBe('1:02:05');
    expect(clockOf(-5_000)).toBe('0:00');
  });

  it('is counted by the service’s clock from when its answer came, whatever the learner’s own clock says', () => {
    const told = { deadline: '2026-03-09T04:40:00.000Z', now: '2026-03-09T04:30:30.000Z' };
    expect(leftOf(told, 0)).toBe(9.5 * 60_000);
    expect(leftOf(told, 9.5 * 60_000 + 1)).toBe(-1);
  });

  it('is said aloud only as it runs out', () => {
    expect(warningOf(6 * 60_000)).toBe('');
    expect(warningOf(5 * 60_000)).toMatch(/five minutes/);
    expect(warningOf(60_000)).toMatch(/one minute/);
    expect(warningOf(0)).toBe('Time is up. Your answers are being submitted.');
    expect(warningOf(0, true)).toBe('Time is up. Your answers are not submitted yet.');
  });
});

describe('waiting for the grade', () => {
  it('says up to 30 seconds at first, then that it still goes on, then that the learner need not wait', () => {
    expect(gradingText(0)).toContain('up to 30 seconds; you may leave');
    expect(gradingText(10_000)).toContain('Still grading');
    expect(gradingText(30_000)).toContain('longer than usual');
    expect(issuingText(30_000)).toContain('longer than usual');
  });

  it('asks every second for ten seconds and every two from then on, or later when the service asks for it', () => {
    expect(pauseAfter(0, undefined)).toBe(1_000);
    expect(pauseAfter(10_000, undefined)).toBe(2_000);
    expect(pauseAfter(0, 5)).toBe(5_000);
    expect(pauseAfter(10_000, 1)).toBe(2_000);
  });
});
