import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { utcDay } from '../../../shared/domain/daily-head.ts';
import { endpoint } from '../../endpoint.ts';

const PAGE = 100;
/** So much of a day is looked through for a page when few entries are looked for: within one read of the table. */
const LOOKED_THROUGH = 1_000;

/** Lists who did what on a day, newest first. */
export const handler = endpoint(operationsRoutes.listAuditTrail, {}, async ({ body }, { auditTrail, staff, clock }) => {
  const { day = utcDay(clock.now()), cursor, ...filter } = body;
  const isFiltered = Object.values(filter).some((wanted) => wanted);
  const reads = isFiltered ? LOOKED_THROUGH : PAGE;
  const [page, everybody] = await Promise.all([
    auditTrail.onDay(day, filter, { limit: PAGE, reads, cursor }),
    staff.list(),
  ]);
  const names = new Map(everybody.map(({ staffId, name }) => [staffId, name]));
  return {
    ...{ day, readBackTo: page.readBackTo, next: page.cursor },
    entries: page.entries.map((entry) => ({ ...entry, name: names.get(entry.by) ?? entry.by })),
    staff: everybody.map(({ staffId, name }) => ({ staffId, name })),
  };
});
