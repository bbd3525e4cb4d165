import type { ActivityVersion, Statement } from '../domain/activity.ts';
import { formatCredit, ruleOf } from '../domain/credit-type.ts';
import type { CreditTypeId } from '../domain/kinds.ts';
import { type MocOffer, type MocRule, mocPoints } from '../domain/moc.ts';
import { boardIds, boards } from '../domain/moc-boards.ts';
import type { Fault } from './problem.ts';
import type { Mapping } from './yaml-mapping.ts';

const ruleKinds = ['equal-to-claimed', 'ratio', 'fixed'] as const;

/** Reads a board that an activity counts for: `board`, `credit`, `maximum`, and where they differ from the board's, its rules. */
export function readMoc(entry: Mapping, creditTypes: readonly [CreditTypeId, ...CreditTypeId[]]): MocOffer {
  const board = entry.choice('board', boardIds);
  const { name: boardName, step, oncePerDay } = boards[board];
  const kind = entry.maybeChoice('rule', ruleKinds) ?? 'equal-to-claimed';
  return {
    ...{ board, boardName, oncePerDay },
    creditType: entry.choice('credit', creditTypes),
    rule: readRule(entry, kind),
    maximum: entry.points('maximum'),
    step: entry.maybePoints('step') || step,
  };
}

function readRule(entry: Mapping, kind: MocRule['kind']): MocRule {
  if (kind === 'ratio') return { kind, perCredit: entry.points('perCredit') };
  return kind === 'fixed' ? { kind, points: entry.points('points') } : { kind };
}

/** A board as a file has it. */
export const printMoc = ({ board, creditType, rule, maximum, step }: MocOffer) => ({
  ...{ board, credit: creditType, rule: rule.kind, maximum: maximum / 100, step: step / 100 },
  ...(rule.kind === 'ratio' && { perCredit: rule.perCredit / 100 }),
  ...(rule.kind === 'fixed' && { points: rule.points / 100 }),
});

const howEarned = ({ rule }: MocOffer): string =>
  rule.kind === 'equal-to-claimed'
    ? 'Participants will earn MOC points equivalent to the amount of CME credits claimed for the activity.'
    : rule.kind === 'ratio'
      ? `Participants will earn ${formatCredit(rule.perCredit)} MOC points for each CME credit claimed for the activity.`
      : `Participants will earn ${formatCredit(rule.points)} MOC points.`;

/**
 * What must be said before the start of every board that an activity counts for; ABIM makes its use mandatory, and its
 * wording serves the others (cme.md 1b, "ABIM MOC").
 */
export const mocStatements = (offers: readonly MocOffer[] = []): readonly Statement[] =>
  offers.map((offer) => ({
    kind: 'other',
    text: `Successful completion of this CME activity, which includes participation in the evaluation component, enables the participant to earn up to ${formatCredit(offer.maximum)} MOC points in the ${offer.boardName}'s (${offer.board}) Maintenance of Certification (MOC) program. ${howEarned(offer)} It is the CME activity provider's responsibility to submit participant completion information to ACCME for the purpose of granting ${offer.board} MOC credit.`,
    onCertificate: false,
  }));

type Facts = Pick<ActivityVersion, 'credits' | 'moc' | 'assessments'>;

function faultsOf(offer: MocOffer, field: string, { credits, assessments }: Facts): readonly Fault[] {
  const { creditType, maximum, step, rule, board } = offer;
  const faults: Fault[] = [];
  const find = (name: string, message: string, remedy: string): number =>
    faults.push({ field: `${field}.${name}`, message, remedy, goesBy: ['credits', 'assessments', `${field}.board`] });
  const credit = credits.find((candidate) => candidate.creditType === creditType);
  const { awardedTo, plural } = ruleOf(credit ?? { creditType: 'ama-pra-category-1' });
  if (!credit)
    find(
      'credit',
      `The activity does not offer “${creditType}”.`,
      'Name one of its credits, from which points follow.',
    );
  else if (awardedTo !== 'everyone' && !awardedTo.includes('physician'))
    find('credit', `${plural} are not awarded to physicians.`, 'Name a credit that physicians claim.');
  if (maximum === 0 || maximum % step !== 0)
    find(
      'maximum',
      `${formatCredit(maximum)} points are no multiple of ${formatCredit(step)}.`,
      `Write the most that can be earned, in steps of ${formatCredit(step)}, or set another “step:”.`,
    );
  // "Fewer if only some sessions qualify", and never more (cme.md 1a, ABIM).
  else if (credit && mocPoints({ ...offer, maximum: Number.MAX_SAFE_INTEGER }, credit.maximum) < maximum)
    find(
      'maximum',
      `Nobody can earn ${formatCredit(maximum)} points by claiming at most ${formatCredit(credit.maximum)}.`,
      'Write what the whole credit earns, or less where only some sessions qualify.',
    );
  if (rule.kind === 'ratio' && rule.perCredit === 0) find('perCredit', 'A credit earns 0 points.', 'Write how many.');
  if (rule.kind === 'fixed' && rule.points === 0) find('points', 'It earns 0 points.', 'Write how many.');
  if (!assessments.some(({ kind }) => kind === 'post-test'))
    find(
      'board',
      `${board} points need a Post-Test beside the evaluation.`,
      'Add an assessment with “kind: post-test”.',
    );
  return faults;
}

/** Everything that keeps points from being offered. The last statement that must be there is composed or written. */
export function faultsOfMoc(activity: Facts & Pick<ActivityVersion, 'statements'>): readonly Fault[] {
  const { moc = [], statements } = activity;
  return moc.flatMap((offer, index) => {
    const field = `moc[${index + 1}]`;
    const { board } = offer;
    const twice = moc.findIndex((other) => other.board === board) < index;
    const said = statements.some(({ text }) => text.includes(board) && /\bMOC\b/.test(text));
    return [
      ...faultsOf(offer, field, activity),
      ...(twice
        ? [{ field: `${field}.board`, message: `${board} stands here twice.`, remedy: 'Name each board once.' }]
        : []),
      ...(said
        ? []
        : [
            {
              field: `${field}.board`,
              goesBy: ['accreditation', 'statements'],
              message: `No statement says what is earned with ${board} MOC.`,
              remedy: 'Add “accreditation:”, and it is composed, or write one with “kind: other”.',
            },
          ]),
    ];
  });
}
