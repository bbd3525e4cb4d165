import { finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

/** Whether somebody says that there is no relationship: "has no relevant financial relationships", "nothing to disclose". */
const disclosesNothing = (disclosure: string): boolean => /\b(?:no|not|none|nothing|without)\b/i.test(disclosure);

const mitigated = (text: string): boolean => /\bmitigat/i.test(text);

/** What learners are told of money before they begin. */
export const disclosureRules: readonly PublishingRule[] = [
  {
    id: 'relationships-mitigated',
    source: sources.accmeRelationships,
    severity: 'refuses',
    says: 'Where anybody discloses a relationship, it is stated that all relevant financial relationships have been mitigated.',
    check: ({ activity: { faculty, statements } }) => {
      const stated = statements.some(({ kind, text }) => kind === 'disclosure' && mitigated(text));
      return faculty.flatMap(({ disclosure }, index) =>
        stated || mitigated(disclosure) || disclosesNothing(disclosure)
          ? []
          : finding(
              `faculty[${index + 1}].disclosure`,
              'A relationship is disclosed, and nothing says that it has been mitigated.',
              'Add “All relevant financial relationships have been mitigated.”, here or in a statement of “kind: disclosure”. Where there is none, say “no relevant financial relationships”.',
              ['statements'],
            ),
      );
    },
  },
  {
    id: 'support-stated',
    source: sources.accmeSupport,
    severity: 'refuses',
    says: 'A statement says who gave commercial support, or that there was none.',
    check: ({ activity: { statements } }) =>
      statements.some(({ kind }) => kind === 'support')
        ? []
        : [
            finding(
              'statements',
              'Nothing says whether there was commercial support.',
              'Add a statement of “kind: support”, like “This activity received no commercial support.”',
            ),
          ],
  },
];
