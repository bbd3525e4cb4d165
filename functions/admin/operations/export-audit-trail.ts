import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { csvOf } from '../../../shared/documents/csv.ts';
import { type AuditEntry, detailsOf } from '../../../shared/domain/audit-trail.ts';
import { daysAfter } from '../../../shared/domain/daily-head.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { contentDisposition } from '../../adapters/content-disposition.ts';
import { endpoint } from '../../endpoint.ts';
import { reply } from '../../middleware/reply.ts';

const MOST_DAYS = 31;
/** A function may answer with 6 MB; an entry takes some 200 bytes. */
const MOST_ENTRIES = 10_000;
const AT_ONCE = 2_000;

const tooMany = refuse({
  code: 'too-many-entries',
  message: `These days hold more than ${MOST_ENTRIES} such entries.`,
  remedy: 'Ask for fewer days, or say who, what or which.',
});

/** The audit trail of some days as a table, oldest day first. That it was handed out is in it as well. */
export const handler = endpoint(operationsRoutes.exportAuditTrail, {}, async (asked, capabilities) => {
  const { auditTrail, staff, ledger, table } = capabilities;
  const { from, until, ...filter } = asked.query;
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
      if (entries.length + ofDay.length > MOST_ENTRIES) return tooMany;
      ({ cursor } = page);
    } while (cursor);
    entries.push(...ofDay.reverse());
  }
  const nameOf = await staff.names();
  await table.write([ledger.audit(asked.staff.staffId, 'audit.exported', { from, until, entries: entries.length })]);
  const head = ['At (UTC)', 'Who', 'Id', 'What', 'Details'];
  const rows = entries.map((entry) => [entry.at, nameOf(entry.by), entry.by, entry.type, detailsOf(entry)]);
  const headers = { 'content-disposition': contentDisposition(`audit-${from}-${until}.csv`) };
  return reply(200, csvOf([head, ...rows]), { headers });
});
