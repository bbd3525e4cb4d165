import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { namesOf } from '../../../shared/domain/credit-type.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** Lists a learner's credits of before this system, newest first. */
export const handler = endpoint(questionsRoutes.listEarlierCredits, {}, async ({ params }, { imports, learners }) => {
  if (!(await learners.byId(params.learnerId))) return notFound('learner');
  const credits = await imports.earlierCredits(params.learnerId);
  return {
    credits: credits
      .map(({ learnerId: _, creditId: __, ...credit }) => ({ ...credit, names: namesOf(credit) }))
      .toSorted((one, other) => (one.date < other.date ? 1 : -1)),
  };
});
