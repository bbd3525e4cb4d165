import { outcomesRoutes } from '../../../shared/api/admin/outcomes-routes.ts';
import { csvOf } from '../../../shared/documents/csv.ts';
import { outcomesTables } from '../../../shared/documents/outcomes-tables.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { contentDisposition } from '../../adapters/content-disposition.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';
import { reportOf } from '../../outcomes/report-of.ts';

/** Hands out a table of the outcomes as a file. They are nobody's, so no passkey is asked for. */
export const handler = endpoint(outcomesRoutes.exportOutcomes, {}, async ({ params, query }, capabilities) => {
  const report = await reportOf(params.activityId, query, capabilities);
  if (!report) return notFound('activity');
  if (isRefusal(report)) return report;
  const table = query.table ?? 'questions';
  const { columns, rows } = outcomesTables[table](report);
  const name = `${params.activityId}-${table}.csv`;
  return reply(200, csvOf([columns, ...rows.map((row) => row.map((cell) => String(cell ?? '')))]), {
    headers: { 'content-disposition': contentDisposition(name) },
  });
});
