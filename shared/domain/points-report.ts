import { type ConsentEvent, hasWithdrawn, mayReport, type Purpose } from './consent.ts';
import type { CivilDate, CreditHundredths, Instant, PointHundredths } from './kinds.ts';
import type { Profile } from './learner.ts';
import { reportBy } from './moc.ts';
import type { BoardId } from './moc-boards.ts';
import type { BoardIdentity } from './moc-facts.ts';
import type { ListedAward } from './wallet.ts';

/**
 * What a board is told of somebody's points, with the names that ACCME's reporting system goes by (cme.md 1c, "MOC", and 2,
 * "Learner report"). Which headings its templates have is not public, so ours are words, and staff map them once.
 */
export interface ReportedPoints {
  /** There is no update: what was reported otherwise is deleted and added (cme.md 2, `LearnerRecordAction`). */
  readonly action: 'add' | 'delete';
  /** The same for the same points whenever they are reported, so that a repeat is known as one (`CreditID`). */
  readonly creditId: string;
  readonly board: BoardId;
  readonly boardId: string;
  readonly givenName: string;
  readonly familyName: string;
  /** `03-09`. No year is known here. */
  readonly birthMonthDay: string;
  readonly completedOn: CivilDate;
  readonly points: PointHundredths;
  /** What was claimed of the credit that they follow from. */
  readonly claimed: CreditHundredths;
  readonly reportBy: CivilDate;
  readonly award: ListedAward;
}

const purpose: Purpose = 'board-reporting';

/**
 * What boards are to be told of an award at an instant. Nothing without the learner's permission as it stands then (trust.md 4: no
 * consent, no row), and nothing of whoever is no longer known to the board here.
 * @param host of the site, which makes the ids of credits ours
 */
export function pointsToReport(
  award: ListedAward,
  {
    profile,
    identities,
    consents,
    since = [],
  }: {
    readonly profile: Pick<Profile, 'givenName' | 'familyName'> | undefined;
    readonly identities: readonly BoardIdentity[];
    /** What was decided by the account that claimed. */
    readonly consents: readonly ConsentEvent[];
    /** What was decided by the account that it was merged into, which its learner signs in to since. */
    readonly since?: readonly ConsentEvent[];
  },
  { host, now }: { readonly host: string; readonly now: Instant },
): readonly ReportedPoints[] {
  const { moc = [], credits, certificateId, awardedOn, standing } = award;
  if (!profile || !mayReport(consents, purpose, now) || hasWithdrawn(since, purpose, now)) return [];
  return moc.flatMap(({ board, creditType, points }) => {
    const identity = identities.find((one) => one.board === board);
    if (!identity) return [];
    const { boardId, birthMonthDay } = identity;
    return [
      {
        action: standing ? ('delete' as const) : ('add' as const),
        creditId: `ccid:${host}:${certificateId}-${board}`,
        ...{ board, boardId, birthMonthDay, points, award },
        ...{ givenName: profile.givenName, familyName: profile.familyName },
        ...{ completedOn: awardedOn, reportBy: reportBy(awardedOn) },
        claimed: credits.find((credit) => credit.creditType === creditType)?.amount ?? 0,
      },
    ];
  });
}
