import { placeholdersIn } from '../statements.ts';
import { finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';
import { placedStatements } from './texts.ts';

/** What is stated before the start and on the certificate. */
export const statementRules: readonly PublishingRule[] = [
  {
    id: 'accreditation-stated',
    source: sources.accmeStatement,
    severity: 'refuses',
    says: 'A statement says under whose accreditation it is offered.',
    check: ({ activity: { statements } }) =>
      statements.some(({ kind }) => kind === 'accreditation')
        ? []
        : [
            finding(
              'accreditation',
              'No statement says under whose accreditation this is offered.',
              'Add “accreditation: accme” or “accreditation: joint-accreditation”, and the statements are composed.',
              ['statements'],
            ),
          ],
  },
  {
    id: 'designation-stated',
    source: sources.amaInAdvance,
    severity: 'refuses',
    says: 'Exactly one statement designates the activity for each kind of credit that it offers.',
    check: ({ activity: { statements, credits } }) =>
      credits.flatMap(({ creditType }, index) => {
        const { length } = statements.filter((one) => one.kind === 'designation' && one.creditType === creditType);
        const field = `credits[${index + 1}].type`;
        const goesBy = ['accreditation', 'statements'];
        if (length === 0)
          return finding(
            field,
            'No statement designates the activity for this credit.',
            'Add “accreditation:”, and it is composed, or write a designation statement with this “credit:”.',
            goesBy,
          );
        // A kind that is offered twice has its own rule.
        return length <= credits.filter((offer) => offer.creditType === creditType).length
          ? []
          : finding(
              field,
              `${length} statements designate the activity for this credit.`,
              'Keep one: remove your own from “statements”, or leave “accreditation” out and write them all.',
              goesBy,
            );
      }),
  },
  {
    id: 'no-placeholder',
    source: sources.accmeStatement,
    severity: 'refuses',
    says: 'No placeholder such as [Provider] or {amount} is left in a statement.',
    check: ({ activity }) =>
      placedStatements(activity).flatMap(({ text, field }) =>
        // ACPE's number has its own rule, which names the field that fills the place.
        placeholdersIn(text)
          .filter((place) => place !== '{number}')
          .map((place) =>
            finding(
              field,
              `The place ${place} is not filled in “${text.slice(0, 60)}…”.`,
              'Replace it by what belongs there.',
              ['provider', 'format', 'closes'],
            ),
          ),
      ),
  },
];
