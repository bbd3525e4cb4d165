import { outcomesRoutes } from '../../../shared/api/admin/outcomes-routes.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { fileOf } from '../../outcomes/file-of.ts';
import { freeTextsOf } from '../../outcomes/texts-of.ts';

/** Hands out what learners wrote to a question. What they wrote may name people: the audit trail says who took it. */
export const handler = endpoint(outcomesRoutes.exportFreeTexts, {}, async ({ params, body, staff }, capabilities) => {
  const found = await freeTextsOf(params, body, capabilities);
  if (!found) return notFound('question');
  if (isRefusal(found)) return found;
  const { activityId, questionId } = params;
  const taken = { activityId, questionId, count: found.texts.length };
  await capabilities.table.write([capabilities.ledger.audit(staff.staffId, 'outcomes.texts-exported', taken)]);
  const table = { columns: [found.question], rows: found.texts.map((text) => [text]) };
  return fileOf(`${activityId}-${questionId}`, table, body.format);
});
