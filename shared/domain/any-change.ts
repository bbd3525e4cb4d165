import type { AddressGiven } from './addresses.ts';
import { canonicalJson, type Json } from './canonical-json.ts';
import { type Change, changeKinds, changeTakesTwo } from './change.ts';
import type { Decision } from './decision.ts';
import type { ExtraAttempts } from './extra-attempts.ts';
import type { HandAward } from './hand-award.ts';
import type { ActivityId, CertificateId, LearnerId, Sha256 } from './kinds.ts';
import type { Merge } from './merge.ts';

/** Whatever staff change on record: certificates, awards by hand, accounts of one person, attempts that are given. */
export type AnyChange = Change | HandAward | Merge | ExtraAttempts | AddressGiven;
export type AnyChangeKind = AnyChange['kind'];
export const anyChangeKinds = [
  ...changeKinds,
  ...(['award', 'merge', 'separate', 'attempts', 'address'] as const),
] as const satisfies readonly AnyChangeKind[];

/** Whether a change takes two people: where an amount or a person changes (ADR 18). */
export const takesTwo = (change: AnyChange): boolean =>
  'certificateId' in change ? changeTakesTwo(change) : change.kind !== 'attempts' && change.kind !== 'address';

/** A change as the canonical JSON that the ledger keeps the hash of. */
export const changeText = (change: AnyChange): string => canonicalJson(change as unknown as Json);

/** The ledger's words for a change: which, and the hash of what it says. */
export interface ChangeProof {
  readonly changeId: string;
  readonly change: Sha256;
}

/** Whom and what a change is about, in ids. */
export interface ChangeAbout {
  readonly certificateId?: CertificateId;
  readonly learnerId?: LearnerId;
  readonly activityId?: ActivityId;
  readonly into?: LearnerId;
}

export function aboutOf(change: AnyChange): ChangeAbout {
  if ('certificateId' in change) return { certificateId: change.certificateId };
  const { learnerId } = change;
  if ('into' in change) return { learnerId, into: change.into };
  return 'activityId' in change ? { learnerId, activityId: change.activityId } : { learnerId };
}

/** A change as somebody decided it. */
export const decided = <Of extends AnyChange>(
  change: Of,
  status: 'done' | 'rejected',
  by: Required<Pick<Decision, 'decidedBy' | 'decidedAt'>>,
): Of => ({ ...change, ...by, status });
