import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { type FileColumn, MOST_FILE_ROWS } from '../../../shared/documents/table-file.ts';
import { type AuditEntry, detailsOf } from '../../../shared/domain/audit-trail.ts';
import { daysAfter } from '../../../shared/domain/daily-head.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';

const MOST_DAYS = 31;
const AT_ONCE = 2_000;

const tooMany = refuse({
  code: 'too-many-entries',
  message: `These days hold more than ${MOST_FILE_ROWS} such entries.`,
  remedy: 'Ask for fewer days, or say who, what or which.',
});

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

/** The audit trail of some days as a table, oldest day first. That it was handed out is in it as well. */
export const handler = endpoint(operationsRoutes.exportAuditTrail, {}, async (asked, capabilities) => {
  const { auditTrail, staff, ledger, table } = capabilities;
  const { from, until, format = 'csv', ...filter } = asked.body;
  if (until < from || daysAfter(from, MOST_DAYS) <= until)
    return refuse({
      code: 'days-out-of-range',
      message: `From ${from} until ${until} is not one to ${MOST_DAYS} days.`,
      remedy: 'Give the earlier day first, and at most a month.',
      field: '/until',
    });
  const entries: AuditEntry[] = [];
  for (let day = from; day <= until; day = daysAfter(day, 1)) {
    const ofDay: AuditEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await auditTrail.onDay(day, filter, { limit: AT_ONCE, reads: AT_ONCE, cursor });
      ofDay.push(...page.entries);
      if (entries.length + ofDay.length > MOST_FILE_ROWS) return tooMany;
      ({ cursor } = page);
    } while (cursor);
    entries.push(...ofDay.reverse());
  }
  const nameOf = await staff.names();
  await table.write([ledger.audit(asked.staff.staffId, 'audit.exported', { from, until, entries: entries.length })]);
  const rows = entries.map((entry): Line => ({ entry, name: nameOf(entry.by) }));
  return fileReply(format, { name: 'Audit log', columns, rows }, { fileName: `audit-${from}-${until}` });
});
