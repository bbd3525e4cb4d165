import { canonicalJson, type Json } from './canonical-json.ts';
import type { CertificateSnapshot } from './certificate.ts';
import type { CreditName } from './credit-name.ts';
import { byCreditType, namesOf } from './credit-type.ts';
import type {
  ActivityId,
  CertificateId,
  CivilDate,
  CreditHundredths,
  CreditTypeId,
  Instant,
  LearnerId,
  PointHundredths,
} from './kinds.ts';
import { reportBy } from './moc.ts';
import type { BoardId } from './moc-boards.ts';
import type { AwardedMoc } from './moc-facts.ts';
import type { Basis } from './statement.ts';

/** One credit in the wallet. */
export interface Credit {
  readonly creditType: CreditTypeId;
  /** How it is called, frozen; absent in what was awarded before that was done. */
  readonly names?: CreditName;
  readonly amount: CreditHundredths;
  readonly basis: Basis;
  readonly awardedAt: Instant;
  readonly awardedOn: CivilDate;
  readonly activityId: ActivityId;
  readonly certificateId: CertificateId;
  readonly title: string;
  /** Absent while it counts. */
  readonly standing?: 'suspended' | 'revoked';
}

/** What a learner was awarded in one cycle of an activity, under its permanent natural key. */
export interface Award {
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly cycle: number;
  readonly certificateId: CertificateId;
  readonly credits: readonly Credit[];
  /** Points of boards that the credit qualifies for; absent where there are none. */
  readonly moc?: readonly AwardedMoc[];
  /** Absent while it counts. */
  readonly standing?: 'suspended' | 'revoked';
}

/** An award as the list of all of them shows it, with the name on its certificate. */
export interface ListedAward extends Pick<Award, 'learnerId' | 'activityId' | 'certificateId' | 'standing'> {
  readonly name: string;
  readonly title: string;
  readonly awardedAt: Instant;
  readonly awardedOn: CivilDate;
  readonly credits: readonly Pick<Credit, 'creditType' | 'names' | 'amount' | 'basis'>[];
  /** Points of boards that it qualifies for; absent where there are none. */
  readonly moc?: readonly Pick<AwardedMoc, 'board' | 'creditType' | 'points'>[];
}

/** What a certificate certifies, as an award of a cycle. */
export function awardOf(snapshot: CertificateSnapshot, cycle: number): Award {
  const { learnerId, activityId, certificateId, awardedAt, awardedOn, title } = snapshot;
  const credits = snapshot.credits.map(
    ({ creditType, names, amount, basis }): Credit => ({
      ...(names && { names }),
      ...{ creditType, amount, basis, awardedAt, awardedOn, activityId, certificateId, title },
    }),
  );
  const moc = snapshot.moc?.map((points) => ({ ...points, reportBy: reportBy(awardedOn) }));
  return { learnerId, activityId, cycle, certificateId, credits, ...(moc && { moc }) };
}

/** The credits of an award, each with how the award stands. */
export const creditsOf = ({ credits, standing }: Award): readonly Credit[] =>
  standing ? credits.map((credit) => ({ ...credit, standing })) : credits;

/** An award as the canonical JSON that the ledger keeps the hash of. */
export const awardText = (award: Award): string => canonicalJson(award as unknown as Json);

export interface Total {
  readonly creditType: CreditTypeId;
  /** As the latest of them is called. */
  readonly names: CreditName;
  readonly year: number;
  readonly amount: CreditHundredths;
}

/**
 * Sums what was awarded by kind and year, newest year first. Attendance is no credit, and what is suspended or revoked
 * does not count; neither is summed.
 */
export function totalsOf(credits: readonly Credit[]): readonly Total[] {
  const sums = new Map<string, Total>();
  const latestLast = credits.toSorted((a, b) => (a.awardedAt < b.awardedAt ? -1 : a.awardedAt > b.awardedAt ? 1 : 0));
  for (const credit of latestLast) {
    const { creditType, amount, basis, awardedOn, standing } = credit;
    if (basis !== 'awarded' || standing) continue;
    const year = Number(awardedOn.slice(0, 4));
    const key = `${year} ${creditType}`;
    sums.set(key, { creditType, names: namesOf(credit), year, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  return [...sums.values()].sort((a, b) => b.year - a.year || byCreditType(a.creditType, b.creditType));
}

/** Points of a board in a year. */
export interface MocTotal {
  readonly board: BoardId;
  readonly boardName: string;
  readonly year: number;
  readonly points: PointHundredths;
}

/** Sums points by board and year, newest year first, beside the credit and never with it. What does not count is not summed. */
export function mocTotalsOf(awards: readonly Award[]): readonly MocTotal[] {
  const sums = new Map<string, MocTotal>();
  for (const { moc = [], standing, credits } of awards)
    for (const { board, boardName, points } of standing ? [] : moc) {
      const year = Number(credits[0]?.awardedOn.slice(0, 4));
      const key = `${year} ${board}`;
      sums.set(key, { board, boardName, year, points: (sums.get(key)?.points ?? 0) + points });
    }
  return [...sums.values()].sort((a, b) => b.year - a.year || (a.board < b.board ? -1 : 1));
}
