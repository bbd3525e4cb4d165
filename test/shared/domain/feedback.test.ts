import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { feedbackPolicies, grade } from '../../../shared/domain/assessment.ts';
import { feedbackOn } from '../../../shared/domain/attempt.ts';
import { postTest, postTestKey, RATIONALE_CANARY, right, wrong } from '../../support/activity.ts';

const told = (feedback: (typeof feedbackPolicies)[number], answers: typeof right, lastAttempt: boolean) => {
  const test = postTest({ feedback });
  return feedbackOn(test, postTestKey, answers, grade(test, postTestKey, answers), lastAttempt);
};

describe('feedback after grading', () => {
  it('tells nothing but the score where the policy is the score', () => {
    expect(told('score', right, true)).toEqual([]);
  });

  it('tells which answers were right, and in the learner’s words what was chosen', () => {
    const [first, second, third] = told('right-or-wrong', wrong, true);
    expect(first).toEqual({ questionId: 'q1', text: 'Which comes first?', right: true, chosen: ['Wash'] });
    expect(second?.chosen).toEqual(['Before contact', 'After contact']);
    expect(third).toMatchObject({ right: false, chosen: ['True'] });
  });

  it('explains with the right answers after passing, and after the last attempt', () => {
    for (const explained of [told('rationale', right, false), told('rationale', wrong, true)])
      expect(explained[2]).toMatchObject({ rightAnswers: ['False'], rationale: `Because of ${RATIONALE_CANARY}.` });
  });

  it('never tells a right answer that another attempt could use', () => {
    const answers = fc.record({
      q1: fc.subarray(['a', 'b', 'c']),
      q2: fc.subarray(['a', 'b', 'c', 'd']),
      q3: fc.subarray(['a', 'b']),
      q4: fc.subarray(['a', 'b', 'c']),
    });
    fc.assert(
      fc.property(fc.constantFrom(...feedbackPolicies), answers, fc.boolean(), (policy, given, last) => {
        const { status } = grade(postTest(), postTestKey, given);
        const explains = JSON.stringify(told(policy, given, last)).includes('rightAnswers');
        expect(explains).toBe(policy === 'rationale' && (status === 'passed' || last));
      }),
    );
  });
});
