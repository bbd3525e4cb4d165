import { type BoardReport, openStates, type ReportState, reportStateOf, type Told } from './board-report.ts';
import { type ConsentEvent, hasWithdrawn, mayReport, type Purpose } from './consent.ts';
import type { CivilDate, CreditHundredths, Instant } from './kinds.ts';
import { reportBy } from './moc.ts';
import type { BoardId } from './moc-boards.ts';
import type { ListedAward } from './wallet.ts';

/** Points of an award with a board: what it is to be told, what it was told, and how that stands. */
export interface BoardPoints extends Told {
  readonly award: ListedAward;
  readonly board: BoardId;
  /** What was claimed of the credit that they follow from; nothing where the certificate has no such points any more. */
  readonly claimed?: CreditHundredths;
  /** The last day on which it may be told. */
  readonly reportBy: CivilDate;
  /** The same whenever points of this award are told to this board, whichever certificate says so (cme.md 2, `CreditID`). */
  readonly creditId: string;
  readonly state: ReportState;
  readonly report?: BoardReport;
  readonly hold?: Hold;
}

/**
 * How the points of an award stand with its boards, whoever its learner is. Points that a board was told of, and that a correction
 * took from the certificate, are to be deleted there.
 * @param reports what its boards were told
 * @param creditId of the award: what its points are known by, before the board's name
 */
export function boardPointsOf(
  award: ListedAward,
  reports: readonly BoardReport[],
  creditId: string,
): readonly BoardPoints[] {
  const { moc = [], credits, awardedOn, standing } = award;
  const pointsWith = (board: BoardId, told: Told, report: BoardReport | undefined): BoardPoints => ({
    ...{ ...told, award, board, state: reportStateOf(told, report), reportBy: reportBy(awardedOn) },
    creditId: `${creditId}-${board}`,
    ...(report && { report }),
  });
  const certified = moc.map(({ board, creditType, points }) => ({
    ...pointsWith(
      board,
      { action: standing ? 'delete' : 'add', points },
      reports.find((report) => report.board === board),
    ),
    claimed: credits.find((credit) => credit.creditType === creditType)?.amount ?? 0,
  }));
  const taken = reports
    .filter(({ board }) => !moc.some((one) => one.board === board))
    .map((report) => pointsWith(report.board, { action: 'delete', points: report.points }, report));
  return [...certified, ...taken];
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
