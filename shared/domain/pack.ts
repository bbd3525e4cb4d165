import type { AnyChange } from './any-change.ts';
import type { Certificate, CertificateSnapshot } from './certificate.ts';
import { daysAfter, utcDay } from './daily-head.ts';
import type { ActivityId, CivilDate, Instant, LearnerId } from './kinds.ts';
import type { LedgerEntry } from './ledger.ts';
import type { PathStep } from './merkle.ts';
import type { SigningKey } from './signing-key.ts';
import type { Award } from './wallet.ts';

/** What an auditor's pack is about: a learner, an activity, or the days that credit was awarded on, both included. */
export type PackScope =
  | { readonly learnerId: LearnerId }
  | { readonly activityId: ActivityId }
  | { readonly from: CivilDate; readonly to: CivilDate };

/** That the head of a day stands for a learner's ledger as it was then. */
export interface PackProof {
  readonly day: CivilDate;
  readonly shard: number;
  readonly line: string;
  readonly path: readonly PathStep[];
}

/** A learner's part of a pack: the whole ledger, and of the rest what the pack is about. */
export interface PackedLearner {
  readonly learnerId: LearnerId;
  readonly ledger: readonly LedgerEntry[];
  readonly awards: readonly Award[];
  readonly certificates: readonly (Certificate & { readonly file?: string })[];
  readonly changes: readonly AnyChange[];
  readonly proofs: readonly PackProof[];
}

/** The awards of a learner that a pack is about. */
export const awardsIn = (scope: PackScope, awards: readonly Award[]): readonly Award[] =>
  awards.filter((award) => {
    if ('learnerId' in scope) return award.learnerId === scope.learnerId;
    if ('activityId' in scope) return award.activityId === scope.activityId;
    return award.credits.some(({ awardedOn }) => awardedOn >= scope.from && awardedOn <= scope.to);
  });

/** The days whose heads say first that awards stood: a head covers whatever was chained before its day. */
export const firstCovered = (awards: readonly Award[]): readonly CivilDate[] => [
  ...new Set(awards.flatMap(({ credits }) => credits.map(({ awardedAt }) => daysAfter(utcDay(awardedAt), 1)))),
];

/** What a certificate's PDF is called in a pack. */
export const packedPdf = ({ certificateId, version }: CertificateSnapshot): string =>
  `certificates/${certificateId}-v${version}.pdf`;

/** What a pack tells of the provider, and the time at which it was begun. */
export interface PackBegun {
  readonly packId: string;
  readonly at: Instant;
  readonly siteUrl: string;
  readonly providerName: string;
  readonly keys: readonly SigningKey[];
}

/** A stretch of the learners, of which some are concerned. */
export interface PackedLearners<Place> {
  readonly learnerIds: readonly LearnerId[];
  readonly next?: Place;
}

/** A learner's part, with a link to each PDF, by its name in the pack, that opens it for some minutes. */
export interface CollectedLearner {
  readonly learner: PackedLearner;
  readonly links: Readonly<Record<string, string>>;
}

/** Heads as they were published. */
export interface PackedHeads {
  readonly heads: readonly { readonly day: CivilDate; readonly text: string }[];
  readonly cursor?: string;
}
