import { awardTemplates } from '../../domain/award-wording.ts';
import { placesOf } from '../statement-templates.ts';
import { placeholdersIn } from '../statements.ts';
import { finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

const { awarded, attendance, points } = awardTemplates;
const fieldOf = (templateId: string): string => `provider.templates.${templateId}`;

/** A provider's own wordings of statements and of what certificates say. */
export const templateRules: readonly PublishingRule[] = [
  {
    id: 'template-places',
    source: sources.file,
    severity: 'refuses',
    says: 'A provider’s own wording has no other places than those that its template is filled with.',
    check: ({ activity: { templates = {} } }) =>
      Object.entries(templates).flatMap(([templateId, text]) => {
        const places = placesOf(templateId);
        return placeholdersIn(text)
          .filter((place) => !places.includes(place))
          .map((place) =>
            finding(
              fieldOf(templateId),
              `${place} is no place of this wording.`,
              `What it can hold: ${places.join(', ')}.`,
            ),
          );
      }),
  },
  {
    id: 'award-names-amount',
    source: sources.amaDocument,
    severity: 'refuses',
    says: 'What a certificate says of an award names the credit or points: those that were claimed, not the designated maximum.',
    check: ({ activity: { templates = {} } }) =>
      [awarded, attendance, points].flatMap(({ templateId }) => {
        const text = templates[templateId];
        const place = templateId === points.templateId ? '{points}' : '{amount}';
        return text === undefined || text.includes(place)
          ? []
          : finding(
              fieldOf(templateId),
              `It does not say how much: ${place} is missing.`,
              `Write ${place} where it belongs.`,
            );
      }),
  },
  {
    id: 'attendance-is-no-award',
    source: sources.amaMark,
    severity: 'refuses',
    says: 'To those whom a credit is not awarded, the certificate says for what the activity was designated, and nothing of an award.',
    check: ({ activity: { templates = {} } }) =>
      /\b(?:award|earn|grant|receiv)/i.test(templates[attendance.templateId] ?? '')
        ? [
            finding(
              fieldOf(attendance.templateId),
              'It reads like an award, to somebody who is awarded nothing.',
              'Write “The activity was designated for {amount}”.',
            ),
          ]
        : [],
  },
];
