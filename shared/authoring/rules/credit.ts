import type { CreditOffer, LearningFormat } from '../../domain/activity.ts';
import { creditForMinutes, formatCredit, ruleOf } from '../../domain/credit-type.ts';
import type { ActivityDraft } from '../activity-content.ts';
import { type Accreditation, accreditations, accreditationTemplates } from '../statement-templates.ts';
import { duplicates } from './lists.ts';
import { isLive } from './live.ts';
import { type Finding, finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

/** Formats whose credit follows from their minutes; performance improvement and journals have fixed credits (cme.md 1a). */
const byTheClock: readonly LearningFormat[] = [
  ...(['enduring-material', 'live-activity', 'internet-live', 'regularly-scheduled-series'] as const),
];

/** The accreditation whose template the activity's statement was composed from; nothing where it was written out. */
const accreditationOf = ({ statements }: Pick<ActivityDraft, 'statements'>): Accreditation | undefined => {
  const { templateId } = statements.find(({ kind }) => kind === 'accreditation') ?? {};
  return accreditations.find((one) =>
    Object.values(accreditationTemplates[one]).some((t) => t.templateId === templateId),
  );
};

/** The year and the letter of the format in a Universal Activity Number. */
const uan = /^(?:JA\d{7}|\d{4})-\d{4}-(\d{2})-\d{3,4}-([A-Z])\d{2}-[PT]$/;

type Found = readonly [name: string, message: string, remedy: string];

/** Looks at every offer; what is found is about one of its fields, and goes by its type. */
const each = (
  { credits }: Pick<ActivityDraft, 'credits'>,
  find: (offer: CreditOffer) => Found | undefined,
): readonly Finding[] =>
  credits.flatMap((offer, index) => {
    const [name, message, remedy] = find(offer) ?? [];
    const credit = `credits[${index + 1}]`;
    return name && message && remedy ? [finding(`${credit}.${name}`, message, remedy, [`${credit}.type`])] : [];
  });

/** What is offered, and how much of it. */
export const creditRules: readonly PublishingRule[] = [
  {
    id: 'credit-offered',
    source: sources.amaCore,
    severity: 'refuses',
    says: 'It offers at least one kind of credit, each of them once.',
    check: ({ activity: { credits } }) =>
      credits.length === 0
        ? [finding('credits', 'The activity offers no credit.', 'Add at least one.')]
        : duplicates(
            'credits',
            credits.map(({ creditType }) => creditType),
            'type',
          ),
  },
  {
    id: 'credit-step',
    source: sources.amaUnits,
    severity: 'refuses',
    says: 'The maximum is more than zero, and a whole number of the steps of its kind of credit.',
    check: ({ activity }) =>
      each(activity, (offer) => {
        const { step, plural } = ruleOf(offer);
        const { maximum } = offer;
        const below = maximum - (maximum % step);
        if (maximum === 0)
          return ['maximum', 'Nobody can claim 0 credits.', 'Write the credit that is offered, like 1.25.'];
        if (below === maximum) return undefined;
        return [
          'maximum',
          `${plural} are given in steps of ${formatCredit(step)}; ${formatCredit(maximum)} is none.`,
          `Write ${formatCredit(below)} or ${formatCredit(below + step)}.`,
        ];
      }),
  },
  {
    id: 'credit-within-minutes',
    source: sources.amaUnits,
    severity: 'refuses',
    says: 'Enduring material and live activities offer no more credit than their minutes are: 60 for one credit.',
    check: ({ activity }) =>
      each(activity, (offer) => {
        const { format, estimatedMinutes } = activity;
        const rule = ruleOf(offer);
        const most = creditForMinutes(rule, estimatedMinutes);
        if (offer.maximum <= most || estimatedMinutes === 0 || !byTheClock.includes(format)) return undefined;
        const says = `${estimatedMinutes} minutes are ${formatCredit(most)} ${rule.plural}, not ${formatCredit(offer.maximum)}.`;
        return ['maximum', says, `Write ${formatCredit(most)}, or correct “minutes”.`];
      }),
  },
  {
    id: 'credit-ceiling',
    source: sources.ceilings,
    severity: 'refuses',
    says: 'It offers no more than its kind of credit allows for an activity of its format, such as 1 AAFP credit for an article.',
    check: ({ activity }) =>
      each(activity, (offer) => {
        const { mostByFormat, most, plural } = ruleOf(offer);
        const ceiling = mostByFormat?.[activity.format] ?? most;
        return ceiling === undefined || offer.maximum <= ceiling
          ? undefined
          : [
              'maximum',
              `An activity of this format gives at most ${formatCredit(ceiling)} ${plural}.`,
              `Write ${formatCredit(ceiling)} or less.`,
            ];
      }),
  },
  {
    id: 'activity-number',
    source: sources.acpeNumber,
    severity: 'refuses',
    says: 'Credit that needs a number of the activity, as ACPE’s needs its Universal Activity Number, has one of the right form.',
    check: ({ activity }) =>
      each(activity, (offer) => {
        const { number, plural } = ruleOf(offer);
        const { activityNumber } = offer;
        if (number === undefined) return undefined;
        if (activityNumber === undefined)
          return ['number', `${plural} need a ${number.name}.`, `Add “number: ${number.example}”.`];
        if (number.pattern === undefined || new RegExp(number.pattern).test(activityNumber)) return undefined;
        return [
          'number',
          `“${activityNumber}” is no ${number.name} for this credit.`,
          `Write it as it was given to you, like ${number.example}.`,
        ];
      }),
  },
  {
    id: 'activity-number-year',
    source: sources.acpeNumber,
    severity: 'refuses',
    says: 'A Universal Activity Number is of the year in which the activity opens or of one before, and is used for three years.',
    check: ({ activity: { credits, opensOn, closesOn } }) =>
      each({ credits }, ({ activityNumber }) => {
        const [, year] = uan.exec(activityNumber ?? '') ?? [];
        if (year === undefined || opensOn === '' || closesOn === '') return undefined;
        const given = 2_000 + Number(year);
        return given > Number(opensOn.slice(0, 4)) || Number(closesOn.slice(0, 4)) > given + 3
          ? [
              'number',
              `A number of ${given} does not fit an activity from ${opensOn} to ${closesOn}.`,
              'Correct the number or the days; a number is good for three years, then the activity needs a new one.',
            ]
          : undefined;
      }),
  },
  {
    id: 'activity-number-format',
    source: sources.custom,
    severity: 'advises',
    says: 'The letter of a Universal Activity Number fits the format: L for live activities, H for what is studied at home.',
    check: ({ activity }) =>
      each(activity, ({ activityNumber }) => {
        const [, , letter] = uan.exec(activityNumber ?? '') ?? [];
        const home = activity.format === 'enduring-material' || activity.format === 'journal-based';
        const wrong = isLive(activity.format) ? 'H' : home ? 'L' : undefined;
        return letter !== undefined && letter === wrong
          ? [
              'number',
              `“${letter}” in “${activityNumber}” is for another format.`,
              'Look at the number that you were given.',
            ]
          : undefined;
      }),
  },
  {
    id: 'credit-under-accreditation',
    source: sources.jointAccreditationCredit,
    severity: 'refuses',
    says: 'Credit that can be given under one accreditation only, such as IPCE under Joint Accreditation, is offered under it.',
    check: ({ activity }) => {
      const under = accreditationOf(activity);
      if (under === undefined) return [];
      return each(activity, (offer) => {
        const { accreditations, plural } = ruleOf(offer);
        return accreditations === undefined || accreditations.includes(under)
          ? undefined
          : [
              'type',
              `${plural} cannot be given under “${under}”.`,
              `Write “accreditation: ${accreditations.join(' or ')}” if you hold it, or take this credit out.`,
            ];
      });
    },
  },
];
