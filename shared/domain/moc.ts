import type { AssessmentKind } from './assessment.ts';
import type { CertifiedCredit } from './certificate.ts';
import { type Wording, wordingOf } from './consent.ts';
import { formatCredit } from './credit-name.ts';
import type { CivilDate, CreditHundredths, PointHundredths } from './kinds.ts';
import type { Profession } from './learner.ts';
import type { BoardId } from './moc-boards.ts';
import type { BoardIdentity, MocOffer, MocPoints, MocRequest } from './moc-facts.ts';
import type { Claim } from './participation.ts';
import { type Reason, type Refusal, refuseFor } from './refusal.ts';

/** Completions are reported within 30 days (cme.md 1c, MOC); here they are complete when the credit is awarded. */
const REPORT_WITHIN_DAYS = 30;

/** The day by which points that were awarded on a day must be reported. */
export function reportBy(awardedOn: CivilDate): CivilDate {
  const day = new Date(`${awardedOn}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + REPORT_WITHIN_DAYS);
  return day.toISOString().slice(0, 10);
}

/** The permission that points are reported by: the same that a learner gives and withdraws on the privacy page. */
export const mocPermission = (): Wording => wordingOf('board-reporting');

/** The points that claimed credit earns: whole steps, never more than the rule, and never more than the activity’s maximum. */
export function mocPoints(
  { rule, maximum, step }: Pick<MocOffer, 'rule' | 'maximum' | 'step'>,
  claimed: CreditHundredths,
): PointHundredths {
  if (claimed <= 0) return 0;
  // From here on it is a count of points, and no credit.
  const earned: number =
    rule.kind === 'fixed'
      ? rule.points
      : rule.kind === 'ratio'
        ? Math.floor((claimed * rule.perCredit) / 100)
        : claimed;
  return Math.floor(Math.min(earned, maximum) / step) * step;
}

/** The boards that somebody may ask to be reported to: physicians, once they passed a post-test (cme.md 1b, ABIM MOC). */
export const mocOffersFor = (
  offers: readonly MocOffer[],
  { profession, passed }: { readonly profession: Profession; readonly passed: AssessmentKind | undefined },
): readonly MocOffer[] => (profession === 'physician' && passed === 'post-test' ? offers : []);

/** What certified credit earns with the boards that were asked for. A board that it earns nothing with is left out. */
export function derivedMoc(
  boards: readonly BoardId[],
  offers: readonly MocOffer[],
  certified: readonly CertifiedCredit[],
): readonly MocPoints[] {
  return offers
    .filter(({ board }) => boards.includes(board))
    .flatMap((offer) => {
      const { board, boardName, creditType } = offer;
      const credit = certified.find((one) => one.creditType === creditType && one.basis === 'awarded');
      const points = mocPoints(offer, credit?.amount ?? 0);
      return points > 0 ? [{ board, boardName, creditType, points }] : [];
    });
}

/** Whether two claims ask for the same points in the same name. */
export const sameMoc = (one: readonly BoardIdentity[], other: readonly BoardIdentity[]): boolean =>
  one.length === other.length &&
  one.every(({ board, boardId, birthMonthDay }) =>
    other.some((its) => its.board === board && its.boardId === boardId && its.birthMonthDay === birthMonthDay),
  );

/** Points in words: `1.25 ABIM MOC points`. */
export const mocPhrase = ({ board, points }: Pick<MocPoints, 'board' | 'points'>): string =>
  `${formatCredit(points)} ${board} MOC ${points === 100 ? 'point' : 'points'}`;

/** What a certificate says of them. A board grants points itself, once they are reported to it. */
export const mocSentence = (moc: Pick<MocPoints, 'board' | 'points'>): string => `and qualifies for ${mocPhrase(moc)}`;

/** Whether a text is a month and a day that some year has, 29 February included. */
function isMonthDay(text: string): boolean {
  if (!/^\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`2024-${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(`2024-${text}`);
}

function faultsOf(
  { board, boardId, birthMonthDay, permission, wording }: MocRequest,
  index: number,
  offers: readonly MocOffer[],
  claims: readonly Claim[],
): readonly Reason[] {
  const about = (part: string): { field: string } => ({ field: `/moc/${index}/${part}` });
  const offer = offers.find((candidate) => candidate.board === board);
  if (!offer)
    return [
      {
        code: 'moc-not-offered',
        message: 'You cannot earn points of this board here.',
        remedy: 'Points are for physicians who passed the Post-Test, with the boards that the activity names.',
        ...about('board'),
      },
    ];
  const claimed = claims.find(({ creditType }) => creditType === offer.creditType)?.amount ?? 0;
  const reasons: Reason[] = [];
  if (mocPoints(offer, claimed) === 0)
    reasons.push({
      code: 'moc-no-points',
      message: `What you claim earns no points of the ${offer.boardName}.`,
      remedy: `Points begin at ${formatCredit(offer.step)}. Claim the credit that they follow from, or leave the points out.`,
      ...about('board'),
    });
  if (!permission)
    reasons.push({
      code: 'moc-permission-required',
      message: `Points are reported to the ${offer.boardName} only with your permission.`,
      remedy: 'Give the permission, or leave the points out.',
      ...about('permission'),
    });
  if (permission && wording !== mocPermission().wording)
    reasons.push({
      code: 'wording-changed',
      message: 'The words of this permission have changed since you opened the page.',
      remedy: 'Load the page again, read the new words, then claim.',
      ...about('permission'),
    });
  if (!/^[A-Za-z0-9-]{3,20}$/.test(boardId))
    reasons.push({
      code: 'board-id-unreadable',
      message: `Enter the ID that you have with the ${offer.boardName}.`,
      remedy: 'It has 3 to 20 letters, digits or hyphens. The board tells it to you.',
      ...about('boardId'),
    });
  if (!isMonthDay(birthMonthDay))
    reasons.push({
      code: 'birthday-unreadable',
      message: 'Enter the month and day of your birth as MM-DD.',
      remedy: '9 March is 03-09. The year is not needed.',
      ...about('birthMonthDay'),
    });
  return reasons;
}

/** Says everything that is wrong with wishes for points beside a claim, or nothing when they can be granted. */
export function checkMoc(
  requests: readonly MocRequest[],
  offers: readonly MocOffer[],
  claims: readonly Claim[],
): Refusal | undefined {
  const twice = requests.flatMap(({ board }, index) =>
    requests.findIndex((other) => other.board === board) < index
      ? [
          {
            code: 'moc-asked-twice',
            message: 'The same board stands twice in this claim.',
            remedy: 'Ask for the points of each board once.',
            field: `/moc/${index}/board`,
          },
        ]
      : [],
  );
  // A birthday that is entered once for all boards is told once.
  const told = (reason: Reason, index: number): boolean =>
    reason.code !== 'birthday-unreadable' ||
    requests.findIndex(({ birthMonthDay }) => birthMonthDay === requests[index]?.birthMonthDay) === index;
  return refuseFor([
    ...requests.flatMap((request, index) =>
      faultsOf(request, index, offers, claims).filter((reason) => told(reason, index)),
    ),
    ...twice,
  ]);
}
