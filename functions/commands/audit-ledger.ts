import * as z from 'zod/mini';
import { auditLearner, type Finding, type LearnerRecords, mergedBy, namedIn } from '../../shared/domain/audit.ts';
import type { LearnerId } from '../../shared/domain/kinds.ts';
import type { LedgerEntry, LedgerHead } from '../../shared/domain/ledger.ts';
import type { Award } from '../../shared/domain/wallet.ts';
import { workIndex } from '../../shared/table.ts';
import { handlerOver } from '../capabilities.ts';

const input = z.object({
  shard: z.int().check(z.minimum(0), z.maximum(workIndex.shards - 1)),
  cursor: z.optional(z.string()),
});

/** What was compared, and what does not agree. */
export interface Audited {
  readonly learners: number;
  readonly entries: number;
  readonly awards: number;
  readonly certificates: number;
  readonly changes: number;
  readonly findings: readonly Finding[];
  /** Where to go on; absent after the last learner. */
  readonly next?: { readonly shard: number; readonly cursor?: string };
}

/** Who goes on with their journey while they are read does not agree with themselves; then they are read again. */
const MOST_READINGS = 4;

/** A learner, by the key of the last link, with what that says. */
interface Found {
  readonly learnerId: LearnerId;
  readonly head: LedgerHead;
}

/** Whether a row can be asked for by what stands where an id should: records that were altered hold anything. */
const canBeKey = (id: unknown): id is string => typeof id === 'string' && /^[^#]+$/.test(id);

/** Learners that one call compares: some hundred reads, a second or two. */
const AT_ONCE = 25;

const count = (records: readonly LearnerRecords[], of: 'entries' | 'awards' | 'certificates' | 'changes'): number =>
  records.reduce((sum, one) => sum + one[of].length, 0);

/** Compares the records of some learners with their ledgers. Changes nothing; called again with `next` until there is none. */
export const handler = handlerOver({}, ({ ledger, credits, certificates, changes, digests }) => {
  /** The awards of the accounts that went into one, and into those. `seen`: altered records may go round in a ring. */
  const mergedAwards = async (accounts: readonly unknown[], seen: Set<LearnerId>): Promise<readonly Award[]> => {
    const of = accounts.filter(canBeKey).filter((account) => !seen.has(account));
    for (const account of of) seen.add(account);
    const found = of.map(async (account) => {
      const [entries, awards] = await Promise.all([ledger.of(account), credits.awards(account)]);
      return [...awards, ...(await mergedAwards(mergedBy(account, entries).accounts, seen))];
    });
    return (await Promise.all(found)).flat();
  };
  const mergedAwardsOf = (learnerId: LearnerId, entries: readonly LedgerEntry[]): Promise<readonly Award[]> => {
    const { accounts, isMerged } = mergedBy(learnerId, entries);
    // What one person has too much of is found once, at the account that stays.
    return mergedAwards(isMerged ? [] : accounts, new Set([learnerId]));
  };
  const recordsOf = async ({ learnerId, head }: Found): Promise<LearnerRecords> => {
    const [entries, awards] = await Promise.all([ledger.of(learnerId), credits.awards(learnerId)]);
    const { certificateIds, changeIds } = namedIn(entries);
    const named = new Set([...certificateIds, ...awards.map(({ certificateId }) => certificateId)]);
    const [certified, changed, ofOthers] = await Promise.all([
      Promise.all([...named].filter(canBeKey).map((certificateId) => certificates.whole(certificateId))),
      Promise.all(changeIds.filter(canBeKey).map((changeId) => changes.byId(changeId))),
      mergedAwardsOf(learnerId, entries),
    ]);
    return {
      ...{ learnerId, entries, head, awards, mergedAwards: ofOthers },
      certificates: certified.filter((one) => one !== undefined),
      changes: changed.flatMap((change) => change?.value ?? []),
    };
  };
  const audited = async ({ learnerId, head: first }: Found) => {
    for (let head = first, reading = 1; ; reading++) {
      const records = await recordsOf({ learnerId, head });
      const findings = auditLearner(digests.sha256, records);
      const now = (await ledger.head(learnerId)) ?? head;
      if (findings.length === 0 || now.seq === head.seq || reading === MOST_READINGS) return { records, findings };
      head = now;
    }
  };
  return async (event: unknown): Promise<Audited> => {
    const { shard, cursor } = z.parse(input, event);
    const page = await ledger.heads({ shard, cursor, limit: AT_ONCE });
    const all = await Promise.all(page.heads.map(audited));
    const records = all.map((one) => one.records);
    const following = page.cursor ? { shard, cursor: page.cursor } : { shard: shard + 1 };
    return {
      learners: records.length,
      entries: count(records, 'entries'),
      awards: count(records, 'awards'),
      certificates: count(records, 'certificates'),
      changes: count(records, 'changes'),
      findings: all.flatMap(({ findings }) => findings),
      ...(following.shard < workIndex.shards && { next: following }),
    };
  };
});
