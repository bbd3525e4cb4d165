import { type AuditEntry, type AuditFilter, isLookedFor } from '../../shared/domain/audit-trail.ts';
import type { CivilDate, Instant } from '../../shared/domain/kinds.ts';
import type { Table } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { cursorAfter } from '../adapters/cursor.ts';
import { held } from './rows.ts';

/** Entries of a day, newest first, and how far the day was read for them. */
export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** The day was read back to here; absent when it was read to its beginning. */
  readonly readBackTo?: Instant;
  readonly cursor?: string;
}

/** The audit trail, to be read. It is written by `ledger.audit`, in the transaction of what it tells of. */
export interface AuditTrail {
  /**
   * The next entries of a UTC day that are looked for. One read of at most `reads` rows, however large the day is: a page
   * may hold fewer entries than are wanted, or none, and say where to go on.
   */
  onDay(
    day: CivilDate,
    filter: AuditFilter,
    page: { readonly limit: number; readonly reads: number; readonly cursor?: string | undefined },
  ): Promise<AuditPage>;
}

export function auditTrail({ table }: { table: Table }): AuditTrail {
  return {
    onDay: async (day, filter, { limit, reads, cursor }) => {
      const { pk } = entities.audit.keyOf({ day, at: '-', entryId: '-' });
      const page = await table.query({ pk, newestFirst: true, limit: reads, ...(cursor && { cursor }) });
      const found = page.rows.flatMap((row) => {
        const entry = held<AuditEntry>(row)?.value;
        return entry && isLookedFor(entry, filter) ? [{ entry, sk: row.sk }] : [];
      });
      const shown = found.slice(0, limit);
      const lastShown = shown.at(-1);
      const isCut = found.length > limit;
      const next = isCut && lastShown ? cursorAfter(lastShown.sk) : page.cursor;
      const readTo = isCut ? lastShown?.entry.at : page.rows.at(-1)?.sk.split('#')[0];
      return {
        entries: shown.map(({ entry }) => entry),
        ...(next !== undefined && { cursor: next, ...(readTo !== undefined && { readBackTo: readTo }) }),
      };
    },
  };
}
