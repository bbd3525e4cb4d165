import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answersShown,
  checkEvaluation,
  type EvaluationAnswers,
  type EvaluationQuestion,
  shownQuestions,
} from '../../../shared/domain/evaluation.ts';
import '../../support/refusals.ts';

const options = ['a', 'b', 'c'].map((optionId) => ({ optionId, text: optionId }));
const question = (questionId: string, showIf?: EvaluationQuestion['showIf']): EvaluationQuestion => ({
  ...{ questionId, text: questionId, kind: 'multiple', required: true, options },
  ...(showIf && { showIf }),
});
/** The second hangs on the first, and the third on the second. */
const chain = [
  question('e1'),
  question('e2', { questionId: 'e1', options: ['b'] }),
  question('e3', { questionId: 'e2', options: ['a', 'c'] }),
];
const shown = (answers: EvaluationAnswers) => shownQuestions(chain, answers).map(({ questionId }) => questionId);

describe('a question of the evaluation that depends on an answer', () => {
  it('is asked of whoever chose one of the options, and of nobody else', () => {
    expect(shown({})).toEqual(['e1']);
    expect(shown({ e1: ['a', 'c'] })).toEqual(['e1']);
    expect(shown({ e1: ['b'] })).toEqual(['e1', 'e2']);
    expect(shown({ e1: ['a', 'b'], e2: ['c'] })).toEqual(['e1', 'e2', 'e3']);
  });

  it('is hidden with the question that it depends on, whatever was answered to that before', () => {
    expect(shown({ e1: ['a'], e2: ['c'], e3: ['a'] })).toEqual(['e1']);
  });

  it('is required only while it is asked', () => {
    const check = (answers: EvaluationAnswers) => checkEvaluation({ questions: chain }, answers);
    expect(check({ e1: ['a'] })).toBeUndefined();
    expect(check({ e1: ['b'] })).toBeRefusedFor('answer-required');
    expect(check({ e1: ['b'], e2: ['b'] })).toBeUndefined();
    expect(check({ e1: ['b'], e2: ['a'] })?.reasons.map(({ field }) => field)).toEqual(['/answers/e3']);
  });

  it('has its answer kept only when it is asked', () => {
    const answers = { e1: ['a'], e2: ['a'], e3: ['b'] };
    expect(answersShown({ questions: chain }, answers)).toEqual({ e1: ['a'] });
  });
});

const id = fc.constantFrom('q0', 'q1', 'q2', 'q3', 'q4', '__proto__');
const some = fc.subarray(['a', 'b', 'c']);
const questions = fc
  .array(fc.record({ on: fc.option(id, { nil: undefined }), options: some }), { minLength: 1, maxLength: 5 })
  .map((all) => all.map(({ on, options: of }, index) => question(`q${index}`, on && { questionId: on, options: of })));
const answers = fc.dictionary(id, fc.oneof(some, fc.string()));

describe('whatever an evaluation asks and whatever is answered', () => {
  it('the service wants exactly what the learner’s screen asks, and takes it', () => {
    fc.assert(
      fc.property(questions, answers, (asked, given) => {
        const open = shownQuestions(asked, given);
        const complete = { ...given, ...Object.fromEntries(open.map(({ questionId }) => [questionId, ['a']])) };
        const stillOpen = shownQuestions(asked, complete).filter(
          ({ questionId }) => !Array.isArray(complete[questionId]),
        );
        const missing = checkEvaluation({ questions: asked }, answersShown({ questions: asked }, complete));
        expect(missing?.reasons.map(({ code }) => code) ?? []).toEqual(
          expect.arrayContaining(stillOpen.map(() => expect.stringMatching(/^answer-/))),
        );
        if (stillOpen.length === 0)
          for (const { field } of missing?.reasons ?? []) expect(complete[field?.split('/').at(-1) ?? '']).toEqual([]);
      }),
    );
  });

  it('what depends on nothing is always asked, and nothing is asked that depends on what is not', () => {
    fc.assert(
      fc.property(questions, answers, (asked, given) => {
        const open = new Set<string>(shownQuestions(asked, given).map(({ questionId }) => questionId));
        for (const { questionId, showIf } of asked) {
          if (!showIf) expect(open.has(questionId)).toBe(true);
          else if (open.has(questionId)) expect(open.has(showIf.questionId)).toBe(true);
        }
      }),
    );
  });

  it('what is kept says the same again: hiding hides nothing further', () => {
    fc.assert(
      fc.property(questions, answers, (asked, given) => {
        const kept = answersShown({ questions: asked }, given);
        expect(shownQuestions(asked, kept)).toEqual(shownQuestions(asked, given));
        expect(answersShown({ questions: asked }, kept)).toEqual(kept);
      }),
    );
  });
});
