import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endSessions, openSessions } from '../../accounts/sessions.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** Signs a learner out everywhere, whose device was lost or stolen. They sign in anew by a code. */
export const handler = endpoint(changesRoutes.endLearnerSessions, {}, async ({ params, staff }, capabilities) => {
  const learner = await capabilities.learners.byId(params.learnerId);
  if (!learner) return notFound('learner');
  const { learnerId } = learner.value;
  const open = await openSessions(learnerId, capabilities);
  return { ended: await endSessions(learnerId, open, staff.staffId, capabilities) };
});
