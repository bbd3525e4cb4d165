import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { nothingCached, setCookie, staffCookie } from '../../middleware/cookies.ts';
import { reply } from '../../middleware/reply.ts';

/** Ends the session, on the server as well as in the browser. */
export const handler = endpoint(staffRoutes.signStaffOut, {}, async ({ staff: who }, { staff, table, clock }) => {
  const session = await staff.session(who.sessionHash);
  if (session)
    await table.write([staff.putSession(who.sessionHash, { ...session.value, endsAt: clock.now() }, session)]);
  return reply(200, { status: 'done' }, { headers: nothingCached, cookies: [setCookie(staffCookie, '', 0)] });
});
