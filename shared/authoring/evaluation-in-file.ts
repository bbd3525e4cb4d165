import type { Option } from '../domain/assessment.ts';
import {
  changeAspects,
  changeMoments,
  type EvaluationQuestion,
  evaluationKinds,
  type ShowIf,
} from '../domain/evaluation.ts';
import { given } from './exact.ts';
import type { Mapping } from './mapping.ts';

/** The scale of a rating that names no options of its own. */
const agreement = ['Strongly disagree', 'Disagree', 'Neither agree nor disagree', 'Agree', 'Strongly agree'].map(
  (text, index) => ({ optionId: String(index + 1), text }),
);

/** When a question is asked: `question` names an earlier one, `is` those of its options that ask for this. */
const readShowIf = (condition: Mapping): ShowIf => ({
  questionId: condition.id('question'),
  options: condition.texts('is'),
});

/** What a rating is compared with: the other question of the same `pair`, of the other `moment`. */
const readCompares = (entry: Mapping) => ({ pair: entry.id('pair'), moment: entry.choice('moment', changeMoments) });

/** Reads one question of the evaluation. An option's id is its number where none is given. */
export function readEvaluationQuestion(entry: Mapping, index: number): EvaluationQuestion {
  const kind = entry.choice('kind', evaluationKinds);
  const own = entry.entries(
    'options',
    (optionText, at): Option => ({ optionId: String(at + 1), text: optionText }),
    (option, at): Option => ({ optionId: option.maybeId('id') ?? String(at + 1), text: option.text('text') }),
  );
  const options = entry.has('options') ? own : kind === 'rating' ? agreement : undefined;
  return {
    questionId: entry.maybeId('id') ?? `e${index + 1}`,
    text: entry.text('text'),
    kind,
    required: entry.maybeYesNo('required') ?? true,
    ...given({
      ...{ options, group: entry.maybeText('group') },
      analyzesChange: entry.maybeChoice('analyzesChange', changeAspects),
    }),
    ...(entry.has('compares') && { compares: entry.mapping('compares', readCompares) }),
    ...(entry.has('showIf') && { showIf: entry.mapping('showIf', readShowIf) }),
  };
}
