import { alike } from '../../domain/canonical-json.ts';
import { type Finding, finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

/** What an evaluation compares, before an activity and after it. */
export const changeRules: readonly PublishingRule[] = [
  {
    id: 'pairs-comparable',
    source: sources.accmeChange,
    severity: 'refuses',
    says: 'A pair of ratings that compares before and after has one of each, on the same scale.',
    check: ({ activity: { evaluation } }) =>
      evaluation.questions.flatMap(({ kind, options, compares }, index): readonly Finding[] => {
        if (!compares) return [];
        const field = `evaluation[${index + 1}].compares`;
        if (kind !== 'rating')
          return [finding(field, 'Only ratings can be compared.', 'Make it a rating, or remove “compares”.')];
        const partners = evaluation.questions.filter(
          (other, at) => at !== index && other.compares?.pair === compares.pair,
        );
        const [partner, ...more] = partners;
        if (!partner || more.length > 0 || partner.compares?.moment === compares.moment)
          return [
            finding(
              `${field}.pair`,
              `The pair “${compares.pair}” is not one question of before and one of after.`,
              'Give exactly two questions this pair, with the moments “before” and “after”.',
              ['evaluation'],
            ),
          ];
        return alike(partner.options, options)
          ? []
          : [
              finding(
                `evaluation[${index + 1}].options`,
                `The two questions of the pair “${compares.pair}” have different scales.`,
                'Give both the same options in the same order.',
                ['evaluation'],
              ),
            ];
      }),
  },
];
