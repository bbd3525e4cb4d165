import { canonicalJson } from './canonical-json.ts';
import type { Instant, LearnerId, Sha256 } from './kinds.ts';

/** An event of a learner's ledger before it is chained. */
export interface LedgerFact {
  readonly type: string;
  readonly at: Instant;
  readonly data: LedgerData;
}
export type LedgerData = {
  readonly [name: string]: string | number | boolean | null | LedgerData | readonly LedgerData[];
};

/** A link of the chain: its hash covers its content and the hash before it, so that no row can be changed unseen. */
export interface LedgerEntry extends LedgerFact {
  readonly learnerId: LearnerId;
  /** 1 for the first. */
  readonly seq: number;
  readonly previous: Sha256;
  readonly hash: Sha256;
}

/** Where a learner's chain ends. */
export type LedgerHead = Pick<LedgerEntry, 'learnerId' | 'seq' | 'hash'>;

/** What stands before the first entry. */
export const GENESIS: Sha256 = '0'.repeat(64);

const hashOf = (sha256: (text: string) => Sha256, entry: Omit<LedgerEntry, 'hash'>): Sha256 => {
  const { learnerId, seq, previous, type, at, data } = entry;
  return sha256(canonicalJson({ learnerId, seq, previous, type, at, data }));
};

/** Chains a fact to the last entry of a learner's ledger. */
export function chain(
  sha256: (text: string) => Sha256,
  learnerId: LearnerId,
  last: Pick<LedgerEntry, 'seq' | 'hash'> | undefined,
  { type, at, data }: LedgerFact,
): LedgerEntry {
  const entry = { learnerId, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? GENESIS, type, at, data };
  return { ...entry, hash: hashOf(sha256, entry) };
}

/** The first entry that does not follow from the one before it, or nothing when the chain holds. */
export function firstBroken(
  sha256: (text: string) => Sha256,
  entries: readonly LedgerEntry[],
): LedgerEntry | undefined {
  return entries.find((entry, index) => {
    const before = entries[index - 1];
    return (
      entry.seq !== index + 1 || entry.previous !== (before?.hash ?? GENESIS) || entry.hash !== hashOf(sha256, entry)
    );
  });
}
