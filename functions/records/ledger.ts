import type { Instant, LearnerId } from '../../shared/domain/kinds.ts';
import { chain, type LedgerData, type LedgerEntry } from '../../shared/domain/ledger.ts';
import type { AuditEvents, AuditEventType, LedgerEvents, LedgerEventType } from '../../shared/events.ts';
import type { Clock, Digests, Ids, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

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
  /** The write that adds to the audit trail. */
  audit<Type extends AuditEventType>(by: string, type: Type, data: AuditEvents[Type]): Write;
}

export function ledger(ports: { table: Table; clock: Clock; ids: Ids; digests: Digests }): Ledger {
  const { table, clock, ids, digests } = ports;
  return {
    append: async (learnerId, type, data, at = clock.now()) => {
      const headKey = entities.ledgerHead.keyOf({ learnerId });
      const head = held<Pick<LedgerEntry, 'seq' | 'hash'>>(await table.get(headKey));
      const fact = { type, at, data: JSON.parse(JSON.stringify(data)) as LedgerData };
      const entry = chain(digests.sha256, learnerId, head?.value, fact);
      return [
        putRow(entities.ledgerEntry.keyOf(entry), 'ledgerEntry', entry),
        putRow(headKey, 'ledgerHead', { seq: entry.seq, hash: entry.hash }, head),
      ];
    },
    audit: (by, type, data) => {
      const at = clock.now();
      const key = entities.audit.keyOf({ day: at.slice(0, 10), at, entryId: ids.id() });
      return putRow(key, 'audit', { at, by, type, data });
    },
  };
}
