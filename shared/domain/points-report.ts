import {
  type BoardReport,
  openStates,
  type ReportAction,
  type ReportState,
  reportStateOf,
  type Told,
} from './board-report.ts';
import { type ConsentEvent, hasWithdrawn, mayReport, type Purpose } from './consent.ts';
import type { CivilDate, CreditHundredths, Instant, PointHundredths } from './kinds.ts';
import { reportBy } from './moc.ts';
import type { BoardId } from './moc-boards.ts';
import type { ListedAward } from './wallet.ts';

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
  readonly hold?: Hold;
}

/**
 * How the points of an award stand with its boards, whoever its learner is.
 * @param reports what its boards were told
 * @param host of the site, which makes the ids of credits ours
 */
export function boardPointsOf(
  award: ListedAward,
  reports: readonly BoardReport[],
  host: string,
): readonly BoardPoints[] {
  const { moc = [], credits, certificateId, awardedOn, standing } = award;
  return moc.map(({ board, creditType, points }) => {
    const report = reports.find((one) => one.board === board);
    const told = { action: standing ? 'delete' : 'add', points } as const;
    return {
      ...{ ...told, award, board, state: reportStateOf(told, report) },
      claimed: credits.find((credit) => credit.creditType === creditType)?.amount ?? 0,
      ...{ completedOn: awardedOn, reportBy: reportBy(awardedOn) },
      creditId: `ccid:${host}:${certificateId}-${board}`,
      ...(report && { report }),
    };
  });
}

/** Why no board may be told of somebody. */
export const holds = ['no-permission', 'erased'] as const;
export type Hold = (typeof holds)[number];

const purpose: Purpose = 'board-reporting';

/**
 * Why no board may be told of a learner at an instant, if none may: the permission counts as it stands then (trust.md 4: no consent,
 * no row), and of whoever was erased nothing is known that could be told.
 */
export function holdOf(
  {
    erased,
    consents,
    since = [],
  }: {
    readonly erased: boolean;
    /** What was decided by the account that claimed. */
    readonly consents: readonly ConsentEvent[];
    /** What was decided by the account that it was merged into, which its learner signs in to since. */
    readonly since?: readonly ConsentEvent[];
  },
  now: Instant,
): Hold | undefined {
  if (erased) return 'erased';
  return mayReport(consents, purpose, now) && !hasWithdrawn(since, purpose, now) ? undefined : 'no-permission';
}

/** Points of which a board may not be told wait until it may, whatever there was to do about them. */
export const heldBack = (points: BoardPoints, hold: Hold | undefined): BoardPoints =>
  hold && openStates.includes(points.state) ? { ...points, state: 'held', hold } : points;
