import type { ActivityDraft } from '../activity-content.ts';
import { placesOf } from '../statement-templates.ts';
import { placeholdersIn } from '../statements.ts';
import { finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';
import { type PlacedText, placedStatements } from './texts.ts';

const disclosures = ({ faculty }: ActivityDraft): readonly PlacedText[] =>
  faculty.map(({ disclosure }, index) => ({ field: `faculty[${index + 1}].disclosure`, text: disclosure }));

/** What certificates print beside the statements. */
const printed = ({ title, location, jointProvider, provider }: ActivityDraft): readonly PlacedText[] =>
  Object.entries({
    ...{ title, location, jointProvider },
    ...{ 'provider.name': provider.name, 'provider.contact': provider.contact },
    ...{ 'provider.signatory.name': provider.signatory.name, 'provider.signatory.title': provider.signatory.title },
  }).flatMap(([field, text]) => (text === undefined ? [] : [{ field, text }]));

/** Whether a place is none of a provider's own wording, which has its own rule. */
const isUnknown = ({ templates = {} }: ActivityDraft, field: string, place: string): boolean =>
  Object.keys(templates).some((id) => field === `provider.templates.${id}` && !placesOf(id).includes(place));

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
    id: 'joint-providership-stated',
    source: sources.accmeStatement,
    severity: 'refuses',
    says: 'Where there is a joint provider, the accreditation statement names both, and says that they provide it jointly.',
    check: ({ activity: { statements, provider, jointProvider } }) => {
      const stated = statements.filter(({ kind }) => kind === 'accreditation');
      if (jointProvider === undefined || stated.length === 0) return [];
      const named = stated.some(
        ({ text }) =>
          text.includes(jointProvider) &&
          text.includes(provider.name) &&
          (/\bjoint(?:ly)? provide/i.test(text) || /\bjointly accredited\b/i.test(text)),
      );
      return named
        ? []
        : [
            finding(
              'jointProvider',
              `No accreditation statement says that ${provider.name} and ${jointProvider} provide it jointly.`,
              'Write “… through the joint providership of (you) and (them)”, or leave it to “accreditation:”.',
              ['statements', 'provider', 'accreditation'],
            ),
          ];
    },
  },
  {
    id: 'joint-accreditation-on-certificate',
    source: sources.jointAccreditationStatement,
    severity: 'refuses',
    says: 'The statement of Joint Accreditation is shown before the start and printed on every certificate.',
    check: ({ activity }) =>
      placedStatements(activity).flatMap(({ kind, text, onCertificate, field }) =>
        kind === 'accreditation' && /\bjointly accredited\b/i.test(text) && !onCertificate
          ? finding(field, 'It would not be printed on certificates.', 'Add “onCertificate: true”.')
          : [],
      ),
  },
  {
    id: 'no-placeholder',
    source: sources.accmeStatement,
    severity: 'refuses',
    says: 'No placeholder such as [Provider] or {amount} is left in a statement, a disclosure or anything else that certificates print.',
    check: ({ activity }) =>
      [...placedStatements(activity), ...disclosures(activity), ...printed(activity)].flatMap(({ text, field }) =>
        // ACPE's number has its own rule, which names the field that fills the place.
        placeholdersIn(text)
          .filter((place) => place !== '{number}' && !isUnknown(activity, field, place))
          .map((place) =>
            finding(
              field,
              `The place ${place} is not filled in “${text.length > 60 ? `${text.slice(0, 60)}…` : text}”.`,
              'Replace it by what belongs there; what is meant as it stands goes into round brackets.',
              ['provider', 'format', 'closes'],
            ),
          ),
      ),
  },
];
