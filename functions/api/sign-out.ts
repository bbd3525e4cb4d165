import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { endpoint } from '../endpoint.ts';
import { nothingCached, sessionCookie, setCookie } from '../middleware/cookies.ts';
import { reply } from '../middleware/reply.ts';

/** Ends the session, on the server as well as in the browser. */
export const handler = endpoint(learnerRoutes.signOut, {}, async ({ principal }, { signIns, table, clock }) => {
  const session = principal && (await signIns.sessionOf(principal.sessionHash));
  if (principal && session)
    await table.write([signIns.putSession(principal.sessionHash, { ...session.value, endsAt: clock.now() }, session)]);
  return reply(200, { status: 'done' }, { headers: nothingCached, cookies: [setCookie(sessionCookie, '', 0)] });
});
