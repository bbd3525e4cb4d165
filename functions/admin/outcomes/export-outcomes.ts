import { outcomesRoutes } from '../../../shared/api/admin/outcomes-routes.ts';
import { outcomesTables } from '../../../shared/documents/outcomes-tables.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { fileOf } from '../../outcomes/file-of.ts';
import { reportOf } from '../../outcomes/report-of.ts';

/** Hands out a table of the outcomes as a file. They are nobody's, so no passkey is asked for. */
export const handler = endpoint(outcomesRoutes.exportOutcomes, {}, async ({ params, query }, capabilities) => {
  const report = await reportOf(params.activityId, query, capabilities);
  if (!report) return notFound('activity');
  if (isRefusal(report)) return report;
  const table = query.table ?? 'questions';
  return fileOf(`${params.activityId}-${table}`, outcomesTables[table](report), query.format);
});
