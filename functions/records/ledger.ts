import type { Instant, LearnerId } from '../../shared/domain/kinds.ts';
import { chain, type LedgerData, type LedgerEntry, type LedgerHead } from '../../shared/domain/ledger.ts';
import type { AuditEvents, AuditEventType, LedgerEvents, LedgerEventType } from '../../shared/events.ts';
import type { Clock, Digests, Ids, Table, Write } from '../../shared/ports.ts';
import { entities, shardOf } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

/** Where a learner's chain ends: at its last link, or before the first. */
export interface LedgerEnd {
  readonly learnerId: LearnerId;
  readonly head: Stored<LedgerHead> | undefined;
}

export interface Ledger {
  /**
   * The writes that chain an event to a learner's ledger. They fail when another event was chained meanwhile; the whole
   * decision is then taken again.
   */
  append<Type extends LedgerEventType>(
    learnerId: LearnerId,
    type: Type,
    data: LedgerEvents[Type],
    at?: Instant,
  ): Promise<readonly Write[]>;
  /** Where a learner's chain ends, for `appendTo`: whoever reads more than that reads it in the same moment. */
  end(learnerId: LearnerId): Promise<LedgerEnd>;
  /** The same as `append`, to an end that was read. */
  appendTo<Type extends LedgerEventType>(
    end: LedgerEnd,
    type: Type,
    data: LedgerEvents[Type],
    at?: Instant,
  ): readonly Write[];
  /** A learner's whole ledger, by sequence. */
  of(learnerId: LearnerId): Promise<readonly LedgerEntry[]>;
  entry(learnerId: LearnerId, seq: number): Promise<LedgerEntry | undefined>;
  head(learnerId: LearnerId): Promise<LedgerHead | undefined>;
  /**
   * Every learner's last link, by shard (0 to `workIndex.shards` - 1), in pages. Whose it is, its key says; an audit compares
   * that with what it says itself.
   */
  heads(page: { readonly shard: number; readonly cursor?: string | undefined; readonly limit?: number }): Promise<{
    readonly heads: readonly { readonly learnerId: LearnerId; readonly head: LedgerHead }[];
    readonly cursor?: string;
  }>;
  /** The write that adds to the audit trail. */
  audit<Type extends AuditEventType>(by: string, type: Type, data: AuditEvents[Type]): Write;
}

export function ledger(ports: { table: Table; clock: Clock; ids: Ids; digests: Digests }): Ledger {
  const { table, clock, ids, digests } = ports;
  const headKeyOf = (learnerId: LearnerId) => entities.ledgerHead.keyOf({ shard: shardOf(learnerId), learnerId });
  const end: Ledger['end'] = async (learnerId) => ({
    learnerId,
    head: held<LedgerHead>(await table.get(headKeyOf(learnerId))),
  });
  const appendTo: Ledger['appendTo'] = ({ learnerId, head }, type, data, at = clock.now()) => {
    const fact = { type, at, data: data as object as LedgerData };
    const entry = chain(digests.sha256, learnerId, head?.value, fact);
    const { seq, hash } = entry;
    return [
      putRow(entities.ledgerEntry.keyOf(entry), 'ledgerEntry', entry),
      putRow(headKeyOf(learnerId), 'ledgerHead', { learnerId, seq, hash }, head),
    ];
  };
  return {
    ...{ end, appendTo },
    append: async (learnerId, type, data, at) => appendTo(await end(learnerId), type, data, at),
    of: async (learnerId) => {
      const { pk } = entities.ledgerEntry.keyOf({ learnerId, seq: 1 });
      const { rows } = await table.query({ pk });
      return rows.flatMap((row) => held<LedgerEntry>(row)?.value ?? []);
    },
    entry: async (learnerId, seq) =>
      held<LedgerEntry>(await table.get(entities.ledgerEntry.keyOf({ learnerId, seq })))?.value,
    head: async (learnerId) => (await end(learnerId)).head?.value,
    heads: async ({ shard, cursor, limit }) => {
      const { pk } = entities.ledgerHead.keyOf({ shard, learnerId: '-' });
      const page = await table.query({ pk, ...(limit && { limit }), ...(cursor && { cursor }) });
      const heads = page.rows.flatMap((row) => {
        const head = held<LedgerHead>(row)?.value;
        return head ? [{ learnerId: row.sk, head }] : [];
      });
      return { heads, ...(page.cursor && { cursor: page.cursor }) };
    },
    audit: (by, type, data) => {
      const at = clock.now();
      const key = entities.audit.keyOf({ day: at.slice(0, 10), at, entryId: ids.id() });
      return putRow(key, 'audit', { at, by, type, data });
    },
  };
}
