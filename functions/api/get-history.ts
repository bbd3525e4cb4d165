import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { epochMs } from '../../shared/domain/kinds.ts';
import { endpoint } from '../endpoint.ts';

/** Lists every course that the learner started, newest first. */
export const handler = endpoint(learnerRoutes.getHistory, {}, async ({ principal }, { participations, learners }) => {
  const own = await participations.listOf(await learners.accountsOf(principal.learnerId));
  return { courses: own.toSorted((a, b) => epochMs(b.startedAt) - epochMs(a.startedAt)) };
});
