import type { CreditTypeId } from './credit-type.ts';
import type { ActivityId, CertificateId, CivilDate, CreditHundredths, Instant, LearnerId } from './kinds.ts';
import { canonicalJson, type Json } from './ledger.ts';
import type { Basis } from './statement.ts';

/** One credit in the wallet. */
export interface Credit {
  readonly creditType: CreditTypeId;
  readonly amount: CreditHundredths;
  readonly basis: Basis;
  readonly awardedAt: Instant;
  readonly awardedOn: CivilDate;
  readonly activityId: ActivityId;
  readonly certificateId: CertificateId;
  readonly title: string;
}

/** What a learner was awarded in one cycle of an activity, under its permanent natural key. */
export interface Award {
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly cycle: number;
  readonly certificateId: CertificateId;
  readonly credits: readonly Credit[];
}

/** An award as the canonical JSON that the ledger keeps the hash of. */
export const awardText = (award: Award): string => canonicalJson(award as unknown as Json);

export interface Total {
  readonly creditType: CreditTypeId;
  readonly year: number;
  readonly amount: CreditHundredths;
}

/** Sums what was awarded by kind and year, newest year first. Attendance is no credit and is not summed. */
export function totalsOf(credits: readonly Credit[]): readonly Total[] {
  const sums = new Map<string, Total>();
  for (const { creditType, amount, basis, awardedOn } of credits) {
    if (basis !== 'awarded') continue;
    const year = Number(awardedOn.slice(0, 4));
    const key = `${year} ${creditType}`;
    sums.set(key, { creditType, year, amount: (sums.get(key)?.amount ?? 0) + amount });
  }
  return [...sums.values()].sort((a, b) => b.year - a.year || (a.creditType < b.creditType ? -1 : 1));
}
