import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { type FileColumn, MOST_FILE_ROWS } from '../../../shared/documents/table-file.ts';
import { type AuditEntry, detailsOf } from '../../../shared/domain/audit-trail.ts';
import { daysAfter } from '../../../shared/domain/daily-head.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';

const MOST_DAYS = 31;

interface Line {
  readonly entry: AuditEntry;
  readonly name: string;
}

const columns: readonly FileColumn<Line>[] = [
  { name: 'At (UTC)', kind: 'instant', of: ({ entry }) => entry.at },
  { name: 'Who', kind: 'text', of: ({ name }) => name },
  { name: 'Id', kind: 'text', of: ({ entry }) => entry.by },
  { name: 'What', kind: 'text', of: ({ entry }) => entry.type },
  { name: 'Details', kind: 'text', of: ({ entry }) => detailsOf(entry) },
];

/** Where a file goes on: so many days before the last one that is asked for, and after which entry of that day. */
const placeOf = (cursor = ''): readonly [number, string] => {
  const [, days = '0', inDay = ''] = /^(\d{1,2})\.(.*)$/.exec(cursor) ?? [];
  return [Number(days), inDay];
};

/** The audit trail of some days as a table, newest first. That it was handed out is in it as well. */
export const handler = endpoint(operationsRoutes.exportAuditTrail, {}, async (asked, capabilities) => {
  const { auditTrail, staff, ledger, table } = capabilities;
  const { from, until, format = 'csv', cursor: begin, ...filter } = asked.body;
  if (until < from || daysAfter(from, MOST_DAYS) <= until)
    return refuse({
      code: 'days-out-of-range',
      message: `From ${from} until ${until} is not one to ${MOST_DAYS} days.`,
      remedy: 'Give the earlier day first, and at most a month.',
      field: '/until',
    });
  const { items: entries, cursor: next } = await fileful<AuditEntry>(
    async ({ limit, cursor }) => {
      const [back, inDay] = placeOf(cursor);
      const day = daysAfter(until, -back);
      if (day < from) return { items: [] };
      const page = await auditTrail.onDay(day, filter, { limit, reads: limit, cursor: inDay });
      const after = page.cursor === undefined ? (day > from ? `${back + 1}.` : undefined) : `${back}.${page.cursor}`;
      return { items: page.entries, cursor: after };
    },
    begin,
    MOST_FILE_ROWS,
  );
  const nameOf = await staff.names();
  await table.write([ledger.audit(asked.staff.staffId, 'audit.exported', { from, until, entries: entries.length })]);
  const rows = entries.map((entry): Line => ({ entry, name: nameOf(entry.by) }));
  return fileReply(format, { name: 'Audit log', columns, rows }, { fileName: `audit-${from}-${until}`, next });
});
