import type { CivilDate, CreditTypeId, Instant, PointHundredths } from './kinds.ts';
import type { BoardId } from './moc-boards.ts';

/** How points follow from the credit that is claimed. Points are never credit, and never summed with it. */
export type MocRule =
  | { readonly kind: 'equal-to-claimed' }
  | { readonly kind: 'ratio'; readonly perCredit: PointHundredths }
  | { readonly kind: 'fixed'; readonly points: PointHundredths };

/** A board whose maintenance of certification an activity counts for, with its rules, frozen when the version was published. */
export interface MocOffer {
  readonly board: BoardId;
  readonly boardName: string;
  /** The credit whose claim earns the points. */
  readonly creditType: CreditTypeId;
  readonly rule: MocRule;
  /** The most that anybody can earn; less than the credit where only some sessions qualify (cme.md 1a). */
  readonly maximum: PointHundredths;
  readonly step: PointHundredths;
}

/** A physician's wish that points are reported to a board, with what the board knows them by (cme.md 1c, MOC). */
export interface MocRequest {
  readonly board: BoardId;
  readonly boardId: string;
  /** Month and day of birth, `03-09`. The year is nobody's business here. */
  readonly birthMonthDay: string;
  /** Points are reported only with the learner's permission, on the words that they read. */
  readonly permission: boolean;
  readonly wording: number;
}

/** Who a learner is to a board. Kept apart from everything that awards, proves or shows credit. */
export type BoardIdentity = Pick<MocRequest, 'board' | 'boardId' | 'birthMonthDay'>;

/** A wish as the participation keeps it: which board, permitted when. */
export interface PermittedMoc {
  readonly board: BoardId;
  readonly permittedAt: Instant;
}

/** What a certificate says of points. Who somebody is to the board is no part of it. */
export interface MocPoints {
  readonly board: BoardId;
  readonly boardName: string;
  readonly creditType: CreditTypeId;
  readonly points: PointHundredths;
  /** What the certificate says of them, frozen; absent in what was certified before that was done. */
  readonly sentence?: string;
  readonly templateId?: string;
  readonly templateVersion?: number | string;
}

/** What an award adds: the day by which the board must have been told. */
export type AwardedMoc = MocPoints & { readonly reportBy: CivilDate };
