import { describe, expect, it } from 'vitest';
import { publishingFaults } from '../../../../shared/authoring/publishing-rules.ts';
import { changeAspects, shownQuestions } from '../../../../shared/domain/evaluation.ts';
import { evaluationSets } from '../../../../shared/domain/evaluation-sets.ts';
import { content } from '../../../support/activity.ts';

describe('a set of questions for evaluations', () => {
  it.each(evaluationSets)('$setId can be published as it is', ({ questions }) => {
    const { activity, ...rest } = content();
    const faults = publishingFaults(
      { ...rest, activity: { ...activity, evaluation: { questions } } },
      { today: '2026-03-10' },
    );
    expect(faults.filter(({ severity }) => severity === 'refuses')).toEqual([]);
  });

  it('asks of “Analyzes Change” for competence, performance and patient outcomes, and for the changes themselves', () => {
    const set = evaluationSets.find(({ setId }) => setId === 'analyzes-change');
    const asked = new Set(set?.questions.map(({ analyzesChange }) => analyzesChange));
    expect([...asked].toSorted()).toEqual([...changeAspects].toSorted());
    const shown = shownQuestions(set?.questions ?? [], { 'changed-practice': ['2'], 'patients-better': ['2'] });
    expect(shown.map(({ questionId }) => questionId)).not.toContain('practice-change');
  });
});
