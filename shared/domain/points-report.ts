import { type BoardReport, type ReportAction, type ReportState, reportStateOf, type Told } from './board-report.ts';
import { type ConsentEvent, hasWithdrawn, mayReport, type Purpose } from './consent.ts';
import type { CivilDate, CreditHundredths, Instant, PointHundredths } from './kinds.ts';
import type { Profile } from './learner.ts';
import { reportBy } from './moc.ts';
import type { BoardId } from './moc-boards.ts';
import type { BoardIdentity } from './moc-facts.ts';
import type { ListedAward } from './wallet.ts';

/** Why a board may not be told of points, or cannot. */
export const holds = ['no-permission', 'no-identity', 'erased'] as const;
export type Hold = (typeof holds)[number];

/** Who somebody is to a board, with the names that they go by now. */
export type KnownToBoard = Pick<BoardIdentity, 'boardId' | 'birthMonthDay'> & Pick<Profile, 'givenName' | 'familyName'>;

/** Points of an award with a board: what it is to be told, what it was told, and how that stands. */
export interface BoardPoints extends Told {
  readonly award: ListedAward;
  readonly board: BoardId;
  readonly action: ReportAction;
  readonly points: PointHundredths;
  /** What was claimed of the credit that they follow from. */
  readonly claimed: CreditHundredths;
  readonly completedOn: CivilDate;
  /** The last day on which it may be told. */
  readonly reportBy: CivilDate;
  /** The same for the same points whenever they are reported, so that a repeat is known as one (cme.md 2, `CreditID`). */
  readonly creditId: string;
  readonly state: ReportState;
  readonly report?: BoardReport;
  /** Absent where it may not be told: nobody takes along what must not be sent. */
  readonly known?: KnownToBoard;
  readonly hold?: Hold;
}

const purpose: Purpose = 'board-reporting';

/**
 * How the points of an award stand with its boards at an instant. Nothing of who the learner is without their permission as it stands
 * then (trust.md 4: no consent, no row), nor of whoever is no longer known here.
 * @param host of the site, which makes the ids of credits ours
 */
export function boardPointsOf(
  award: ListedAward,
  {
    profile,
    identities,
    consents,
    since = [],
    reports,
  }: {
    /** Absent where the account was erased. */
    readonly profile: Pick<Profile, 'givenName' | 'familyName'> | undefined;
    readonly identities: readonly BoardIdentity[];
    /** What was decided by the account that claimed. */
    readonly consents: readonly ConsentEvent[];
    /** What was decided by the account that it was merged into, which its learner signs in to since. */
    readonly since?: readonly ConsentEvent[];
    readonly reports: readonly BoardReport[];
  },
  { host, now }: { readonly host: string; readonly now: Instant },
): readonly BoardPoints[] {
  const { moc = [], credits, certificateId, awardedOn, standing } = award;
  const permitted = mayReport(consents, purpose, now) && !hasWithdrawn(since, purpose, now);
  return moc.map(({ board, creditType, points }) => {
    const identity = identities.find((one) => one.board === board);
    const report = reports.find((one) => one.board === board);
    const hold: Hold | undefined = !profile
      ? 'erased'
      : !permitted
        ? 'no-permission'
        : identity
          ? undefined
          : 'no-identity';
    const told = { action: standing ? 'delete' : 'add', points } as const;
    const state = reportStateOf(told, report, hold !== undefined);
    return {
      ...{ ...told, award, board, state },
      claimed: credits.find((credit) => credit.creditType === creditType)?.amount ?? 0,
      ...{ completedOn: awardedOn, reportBy: reportBy(awardedOn) },
      creditId: `ccid:${host}:${certificateId}-${board}`,
      ...(report && { report }),
      ...(hold && { hold }),
      ...(profile &&
        identity &&
        permitted && {
          known: {
            ...{ givenName: profile.givenName, familyName: profile.familyName },
            ...{ boardId: identity.boardId, birthMonthDay: identity.birthMonthDay },
          },
        }),
    };
  });
}
