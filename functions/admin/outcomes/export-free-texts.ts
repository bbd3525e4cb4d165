import { outcomesRoutes } from '../../../shared/api/admin/outcomes-routes.ts';
import { csvOf } from '../../../shared/documents/csv.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { contentDisposition } from '../../adapters/content-disposition.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';
import { freeTextsOf } from '../../outcomes/texts-of.ts';

/** Hands out what learners wrote to a question. What they wrote may name people: the audit trail says who took it. */
export const handler = endpoint(outcomesRoutes.exportFreeTexts, {}, async ({ params, query, staff }, capabilities) => {
  const found = await freeTextsOf(params, query, capabilities);
  if (!found) return notFound('question');
  if (isRefusal(found)) return found;
  const { activityId, questionId } = params;
  const taken = { activityId, questionId, count: found.texts.length };
  await capabilities.table.write([capabilities.ledger.audit(staff.staffId, 'outcomes.texts-exported', taken)]);
  return reply(200, csvOf([[found.question], ...found.texts.map((text) => [text])]), {
    headers: { 'content-disposition': contentDisposition(`${activityId}-${questionId}.csv`) },
  });
});
