import { formatNameOf } from '../../domain/activity.ts';
import { formatCredit, ruleOf } from '../../domain/credit-type.ts';
import { placeholdersIn } from '../statements.ts';
import { isLive } from './live.ts';
import { finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';
import { placedStatements } from './texts.ts';

/** The amounts that a text names, in hundredths: `1.25` is 125, and so is `1.250`. */
const amountsIn = (text: string): readonly number[] =>
  (text.match(/\d+(?:\.\d+)?/g) ?? []).map((number) => Math.round(Number(number) * 100));

/** That credit is designated, for what is offered, and in advance. */
export const designationRules: readonly PublishingRule[] = [
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
    id: 'designation-amount',
    source: sources.amaDesignation,
    severity: 'refuses',
    says: 'A designation statement names the amount of credit that is offered.',
    check: ({ activity }) =>
      placedStatements(activity).flatMap(({ kind, creditType, text, field }) => {
        const offer = activity.credits.find((candidate) => candidate.creditType === creditType);
        // A place that nobody filled, perhaps the amount's, has its own rule.
        if (kind !== 'designation' || !offer || placeholdersIn(text).length > 0) return [];
        if (amountsIn(text).includes(offer.maximum)) return [];
        const offered = `${formatCredit(offer.maximum)} ${ruleOf(offer).plural}`;
        return finding(field, `It does not name what is offered, ${offered}.`, 'Name this amount.', ['credits']);
      }),
  },
  {
    id: 'designation-names-format',
    source: sources.amaFormat,
    severity: 'refuses',
    says: 'The designation of AMA PRA Category 1 Credit™ names the learning format.',
    check: ({ activity }) =>
      placedStatements(activity).flatMap(({ kind, creditType, text, field }) => {
        if (kind !== 'designation' || creditType !== 'ama-pra-category-1') return [];
        const name = formatNameOf(activity);
        return text.toLowerCase().includes(name.toLowerCase())
          ? []
          : finding(
              field,
              `It does not name the learning format, “${name}”.`,
              `Write “designates this ${name} for a maximum of …”.`,
              ['format'],
            );
      }),
  },
  {
    id: 'designation-commensurate',
    source: sources.amaDesignation,
    severity: 'refuses',
    says: 'The designation of AMA PRA Category 1 Credit™ names a maximum of it, and tells physicians to claim what is commensurate with their participation.',
    check: ({ activity }) =>
      placedStatements(activity).flatMap(({ kind, creditType, text, field }) =>
        kind !== 'designation' ||
        creditType !== 'ama-pra-category-1' ||
        (/maximum of [\d.]+ AMA PRA Category 1 Credit/.test(text) && /commensurate with the extent/.test(text))
          ? []
          : finding(
              field,
              'It is not the AMA’s designation statement.',
              'Write “… for a maximum of 1.25 AMA PRA Category 1 Credit(s)™. Physicians should claim only the credit commensurate with the extent of their participation in the activity.”',
            ),
      ),
  },
  {
    // What is published here may have been designated and announced elsewhere, so the day of designation counts, and only where
    // somebody could have taken part before it: at a live activity. Material begins with its first version here, and whoever began
    // with an earlier version is awarded what that version offered.
    id: 'designated-in-advance',
    source: sources.amaInAdvance,
    severity: 'refuses',
    says: 'Credit is designated before a live activity is held, and before material is released; never afterwards.',
    check: ({ activity: { format, heldOn, opensOn, designatedOn } }, { today }) => {
      const begins = isLive(format) ? heldOn : opensOn;
      if (designatedOn !== undefined && designatedOn > today)
        return [
          finding(
            'designated',
            `It is published on ${today}, and would be designated on ${designatedOn} only.`,
            'Write the day on which the credit was designated.',
          ),
        ];
      if (begins === undefined) return [];
      if (designatedOn !== undefined && designatedOn > begins)
        return [
          finding(
            'designated',
            `It began on ${begins}; credit is never designated afterwards.`,
            'Correct the days. What was not designated in advance gives no credit.',
            ['held', 'opens', 'format'],
          ),
        ];
      if (designatedOn !== undefined || !isLive(format) || begins >= today) return [];
      return [
        finding(
          'designated',
          `It was held on ${begins}, before its publication on ${today}; credit is never designated afterwards.`,
          'If it was designated in advance, say when: “designated: 2026-08-03”.',
          ['held', 'opens', 'format'],
        ),
      ];
    },
  },
  {
    id: 'nothing-added-afterwards',
    source: sources.amaInAdvance,
    severity: 'refuses',
    says: 'A live activity that was held and published offers no more, and no other credit, than it did before.',
    check: ({ activity }, { today, before }) => {
      const { format, heldOn, credits } = activity;
      if (!before || !isLive(format) || heldOn === undefined || heldOn >= today) return [];
      return credits.flatMap(({ creditType, maximum }, index) => {
        const offered = before.credits.find((offer) => offer.creditType === creditType)?.maximum ?? 0;
        return maximum <= offered
          ? []
          : finding(
              `credits[${index + 1}].maximum`,
              `It was held on ${heldOn} with ${formatCredit(offered)}, and would offer ${formatCredit(maximum)}.`,
              'Offer what it was designated for when it was held.',
            );
      });
    },
  },
];
