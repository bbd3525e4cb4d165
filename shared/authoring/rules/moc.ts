import { formatCredit, ruleOf } from '../../domain/credit-type.ts';
import { mocPoints } from '../../domain/moc.ts';
import type { MocOffer } from '../../domain/moc-facts.ts';
import type { ActivityDraft } from '../activity-content.ts';
import { duplicates } from './lists.ts';
import { type Finding, finding, type PublishingRule } from './rule.ts';
import { sources } from './sources.ts';

type Found = readonly [name: string, message: string, remedy: string];

/** Looks at every board; what is found goes by the credits and assessments too. */
const each = (
  { moc = [] }: Pick<ActivityDraft, 'moc'>,
  find: (offer: MocOffer) => Found | undefined,
  goesBy: readonly string[] = [],
): readonly Finding[] =>
  moc.flatMap((offer, index) => {
    const [name, message, remedy] = find(offer) ?? [];
    const field = `moc[${index + 1}]`;
    const causes = ['credits', 'assessments', `${field}.board`, ...goesBy];
    return name && message && remedy ? [finding(`${field}.${name}`, message, remedy, causes)] : [];
  });

/** Points for maintenance of certification: from which credit they follow, and that it is said what is earned. */
export const mocRules: readonly PublishingRule[] = [
  {
    id: 'moc-from-credit',
    source: sources.moc,
    severity: 'refuses',
    says: 'Points of a board follow from a credit of the activity that physicians are awarded.',
    check: ({ activity }) =>
      each(activity, ({ creditType }) => {
        const credit = activity.credits.find((candidate) => candidate.creditType === creditType);
        if (!credit)
          return [
            'credit',
            `The activity does not offer “${creditType}”.`,
            'Name one of its credits, from which points follow.',
          ];
        const { awardedTo, plural } = ruleOf(credit);
        return awardedTo === 'everyone' || awardedTo.includes('physician')
          ? undefined
          : ['credit', `${plural} are not awarded to physicians.`, 'Name a credit that physicians claim.'];
      }),
  },
  {
    id: 'moc-maximum',
    source: sources.moc,
    severity: 'refuses',
    // "Fewer if only some sessions qualify", and never more (cme.md 1a, ABIM).
    says: 'The most that can be earned is in whole steps, and no more than the whole credit earns.',
    check: ({ activity }) =>
      each(activity, (offer) => {
        const { creditType, maximum, step } = offer;
        const credit = activity.credits.find((candidate) => candidate.creditType === creditType);
        if (maximum === 0 || maximum % step !== 0)
          return [
            'maximum',
            `${formatCredit(maximum)} points are no multiple of ${formatCredit(step)}.`,
            `Write the most that can be earned, in steps of ${formatCredit(step)}, or set another “step:”.`,
          ];
        return credit && mocPoints({ ...offer, maximum: Number.MAX_SAFE_INTEGER }, credit.maximum) < maximum
          ? [
              'maximum',
              `Nobody can earn ${formatCredit(maximum)} points by claiming at most ${formatCredit(credit.maximum)}.`,
              'Write what the whole credit earns, or less where only some sessions qualify.',
            ]
          : undefined;
      }),
  },
  {
    id: 'moc-rate',
    source: sources.file,
    severity: 'refuses',
    says: 'A rate or a fixed number of points is more than zero.',
    check: ({ activity }) =>
      each(activity, ({ rule }) => {
        if (rule.kind === 'ratio' && rule.perCredit === 0)
          return ['perCredit', 'A credit earns 0 points.', 'Write how many.'];
        return rule.kind === 'fixed' && rule.points === 0
          ? ['points', 'It earns 0 points.', 'Write how many.']
          : undefined;
      }),
  },
  {
    id: 'moc-post-test',
    source: sources.moc,
    severity: 'refuses',
    says: 'An activity with points has a post-test beside its evaluation.',
    check: ({ activity }) =>
      each(activity, ({ board }) =>
        activity.assessments.some(({ kind }) => kind === 'post-test')
          ? undefined
          : [
              'board',
              `${board} points need a Post-Test beside the evaluation.`,
              'Add an assessment with “kind: post-test”.',
            ],
      ),
  },
  {
    id: 'moc-board-once',
    source: sources.file,
    severity: 'refuses',
    says: 'Each board stands in the file once.',
    check: ({ activity: { moc = [] } }) =>
      duplicates(
        'moc',
        moc.map(({ board }) => board),
        'board',
      ),
  },
  {
    id: 'moc-stated',
    source: sources.abimStatement,
    severity: 'refuses',
    says: 'A statement says what is earned with each board; the use of ABIM’s statement is mandatory.',
    check: ({ activity }) =>
      each(
        activity,
        ({ board }) =>
          activity.statements.some(({ text }) => text.includes(board) && /\bMOC\b/.test(text))
            ? undefined
            : [
                'board',
                `No statement says what is earned with ${board} MOC.`,
                'Add “accreditation:”, and it is composed, or write one with “kind: other”.',
              ],
        ['accreditation', 'statements'],
      ),
  },
];
