import { outcomesRoutes } from '../../../shared/api/admin/outcomes-routes.ts';
import { identifyingIn } from '../../../shared/domain/outcomes/identifying.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { fileOf } from '../../outcomes/file-of.ts';
import { freeTextsOf } from '../../outcomes/texts-of.ts';

interface Written {
  readonly question: string;
  readonly texts: readonly string[];
}

/** The texts, and at their end a row for each that is left out: why, and in the heading how many there are. */
function tableOf({ question, texts }: Written) {
  const looked = texts.map((text) => ({ text, marks: identifyingIn(text) }));
  const [told, leftOut] = [
    looked.filter(({ marks }) => marks.length === 0),
    looked.filter(({ marks }) => marks.length > 0),
  ];
  const why = leftOut.length > 0 ? [`Left out (${leftOut.length}): it holds something like`] : [];
  const rows = [
    ...told.map(({ text }) => [text, ...why.map(() => undefined)]),
    ...leftOut.map(({ marks }) => [undefined, marks.join(', ')]),
  ];
  return { told: told.length, table: { columns: [question, ...why], rows } };
}

/**
 * Hands out what learners wrote to a question, but for what may tell of whom it is written. What is left may name people all the same: the
 * audit trail says who took it.
 */
export const handler = endpoint(outcomesRoutes.exportFreeTexts, {}, async ({ params, body, staff }, capabilities) => {
  const found = await freeTextsOf(params, body, capabilities);
  if (!found) return notFound('question');
  if (isRefusal(found)) return found;
  const { activityId, questionId } = params;
  const { told, table } = tableOf(found);
  const taken = { activityId, questionId, count: told };
  await capabilities.table.write([capabilities.ledger.audit(staff.staffId, 'outcomes.texts-exported', taken)]);
  return fileOf(`${activityId}-${questionId}`, table, body.format);
});
