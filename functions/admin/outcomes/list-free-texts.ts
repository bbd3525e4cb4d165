import { outcomesRoutes } from '../../../shared/api/admin/outcomes-routes.ts';
import { identifyingIn } from '../../../shared/domain/outcomes/identifying.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { freeTextsOf } from '../../outcomes/texts-of.ts';

const PAGE = 100;

/** Lists what learners wrote to a question of the evaluation, a hundred at a time. */
export const handler = endpoint(outcomesRoutes.listFreeTexts, {}, async ({ params, body }, capabilities) => {
  const found = await freeTextsOf(params, body, capabilities);
  if (!found) return notFound('question');
  if (isRefusal(found)) return found;
  const { question, all, texts } = found;
  const from = Number(body.cursor ?? 0);
  const until = from + PAGE;
  const heldBack = texts.filter((text) => identifyingIn(text).length > 0).length;
  return {
    ...{ question, all, matching: texts.length, heldBack, texts: texts.slice(from, until) },
    ...(until < texts.length && { next: String(until) }),
  };
});
