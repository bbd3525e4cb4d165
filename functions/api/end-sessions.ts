import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { refuseStale } from '../accounts/fresh.ts';
import { endSessions, openSessions } from '../accounts/sessions.ts';
import { endpoint } from '../endpoint.ts';
import { sessionIdOf } from '../views/session-view.ts';

/** Signs the learner out in another browser, or in every other one. This one stays: it has a Sign out of its own. */
export const handler = endpoint(learnerRoutes.endSessions, {}, async ({ principal, body }, capabilities) => {
  const stale = await refuseStale(principal, 'Signing other browsers out', capabilities);
  if (stale) return stale;
  const { learnerId, sessionHash: here } = principal;
  const others = (await openSessions(learnerId, capabilities)).filter(
    ({ sessionHash }) =>
      sessionHash !== here && ('others' in body || sessionIdOf(sessionHash, capabilities) === body.sessionId),
  );
  return { ended: await endSessions(learnerId, others, 'learner', capabilities) };
});
