import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEvaluation, type EvaluationAnswers, TEXT_LIMIT } from '../../../shared/domain/evaluation.ts';
import { draft, evaluated } from '../../support/activity.ts';
import '../../support/refusals.ts';

const check = (answers: EvaluationAnswers) => checkEvaluation(draft().evaluation, answers);

describe('the Course Evaluation', () => {
  it('is complete when every required question is answered', () => {
    expect(check(evaluated)).toBeUndefined();
    expect(check({ ...evaluated, e3: ['a', 'b'], e4: 'Nothing.' })).toBeUndefined();
    expect(check({ ...evaluated, e3: [], e4: '' })).toBeUndefined();
  });

  it('names every required question that is missing or blank', () => {
    const refusal = check({ e1: [] });
    expect(refusal).toBeRefusedFor('answer-required', 'answer-required');
    expect(refusal?.reasons.map(({ field }) => field)).toEqual(['/answers/e1', '/answers/e2']);
    expect(check({ ...evaluated, e1: '   ' })).toBeRefusedFor('answer-required');
  });

  it.each([
    ['a rating with two options', { e1: ['a', 'b'] }, 'one-option-only'],
    ['a single choice with two options', { e2: ['a', 'b'] }, 'one-option-only'],
    ['an option that there is not', { e3: ['a', 'z'] }, 'option-unknown'],
    ['text where options are asked for', { e1: 'very' }, 'answer-not-options'],
    ['options where text is asked for', { e4: ['a'] }, 'answer-not-text'],
    ['a question that there is not', { e9: ['a'] }, 'question-unknown'],
  ] as const)('refuses %s', (_, fault, code) => {
    expect(check({ ...evaluated, ...fault })).toBeRefusedFor(code);
  });

  it('takes free text up to its limit', () => {
    expect(check({ ...evaluated, e4: 'x'.repeat(TEXT_LIMIT) })).toBeUndefined();
    expect(check({ ...evaluated, e4: 'x'.repeat(TEXT_LIMIT + 1) })).toBeRefusedFor('answer-too-long');
  });

  it('says all faults at once', () => {
    expect(check({ e1: 'x', e2: ['z'], e4: ['a'], e9: 'x' })).toBeRefusedFor(
      ...['answer-not-options', 'option-unknown', 'answer-not-text', 'question-unknown'],
    );
  });

  it('decides about whatever is sent and never breaks', () => {
    const answer = fc.oneof(fc.string(), fc.array(fc.string(), { maxLength: 5 }));
    const name = fc.oneof(fc.constantFrom('e1', 'e2', 'e3', 'e4', '__proto__', 'constructor'), fc.string());
    fc.assert(
      fc.property(fc.array(fc.tuple(name, answer)), (entries) => {
        const decision = check(Object.fromEntries(entries));
        expect(decision === undefined || decision.kind === 'refused').toBe(true);
      }),
    );
  });
});
