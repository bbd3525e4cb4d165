import { describe, expect, it } from 'vitest';
import type { EvaluationAnswers, EvaluationQuestion } from '../../../../shared/domain/evaluation.ts';
import {
  answersTo,
  changeFiguresOf,
  pairAnswersTo,
  questionFiguresOf,
  textsOf,
} from '../../../../shared/domain/outcomes/evaluations.ts';
import type { EvaluationResponse } from '../../../../shared/domain/outcomes/kept.ts';

const scale = ['Not at all', 'Somewhat', 'Very'].map((text, index) => ({ optionId: String(index + 1), text }));
const rating = (questionId: string): EvaluationQuestion => ({
  ...{ questionId, text: questionId, kind: 'rating', required: true, options: scale },
});
const responses = (...answers: readonly EvaluationAnswers[]): readonly EvaluationResponse[] =>
  answers.map((one) => ({ activityId: 'hand-hygiene', activityVersion: 1, on: '2026-03-09', answers: one }));

describe('a question of the evaluation', () => {
  it('is told by how many chose each option, with the middle of a scale', () => {
    const question = rating('e1');
    const shown = answersTo(question, responses(...['1', '2', '3', '3', '3', '3'].map((one) => ({ e1: [one] }))));
    expect(questionFiguresOf(question, shown)).toEqual({
      ...{ learners: 6, chosen: { 1: 1, 2: 1, 3: 4 }, mean: 2.5, median: 3 },
    });
  });

  it('is not told where fewer than five answered, however many were asked', () => {
    const question = rating('e1');
    const given = responses({ e1: ['1'] }, { e1: ['2'] }, { e1: [] }, {}, { e1: ['3'] }, { e1: ['3'] });
    expect(questionFiguresOf(question, answersTo(question, given))).toBeUndefined();
  });

  it('counts whoever chose several options once, and each option that they chose', () => {
    const question = { ...rating('e1'), kind: 'multiple' } as const;
    const given = responses(...Array.from({ length: 5 }, () => ({ e1: ['1', '3'] })));
    expect(questionFiguresOf(question, answersTo(question, given))).toEqual({
      ...{ learners: 5, chosen: { 1: 5, 2: 0, 3: 5 } },
    });
  });

  it('has its texts in alphabetical order, and none before there are five', () => {
    const question = { questionId: 'e4' };
    const four = responses(...['d', 'b', ' c ', 'a'].map((e4) => ({ e4 })), { e4: '  ' });
    expect(textsOf(answersTo(question, four))).toEqual([]);
    expect(textsOf(answersTo(question, [...four, ...responses({ e4: 'B' })]))).toEqual(['B', 'a', 'b', 'c', 'd']);
  });
});

describe('a pair of ratings', () => {
  const pair = [rating('before'), rating('after')] as const;
  const both = (before: string, after: string) => ({ before: [before], after: [after] });

  it('is compared person by person', () => {
    const given = responses(both('1', '3'), both('1', '2'), both('2', '2'), both('3', '2'), both('2', '3'));
    expect(changeFiguresOf(pairAnswersTo(pair, given))).toEqual({
      ...{ learners: 5, before: 1.8, after: 2.4, higher: 3, same: 1, lower: 1 },
      steps: [
        { by: -1, learners: 1 },
        { by: 0, learners: 1 },
        { by: 1, learners: 2 },
        { by: 2, learners: 1 },
      ],
    });
  });

  it('leaves out whoever answered one of them alone, and says nothing of four', () => {
    const given = responses(...[1, 2, 3, 4].map(() => both('1', '3')), { before: ['1'] }, { after: ['3'] });
    expect(pairAnswersTo(pair, given)).toHaveLength(4);
    expect(changeFiguresOf(pairAnswersTo(pair, given))).toBeUndefined();
  });
});
