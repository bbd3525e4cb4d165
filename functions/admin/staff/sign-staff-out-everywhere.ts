import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { nothingCached, setCookie, staffCookie } from '../../middleware/cookies.ts';
import { reply } from '../../middleware/reply.ts';
import { endSessionsOf } from '../../staff/change-member.ts';

/** Ends all sessions of whoever asks, as after a device was lost; this browser's too. */
export const handler = endpoint(staffRoutes.signStaffOutEverywhere, {}, async ({ staff }, capabilities) => {
  await endSessionsOf(staff.staffId, staff.staffId, capabilities);
  return reply(200, { status: 'done' }, { headers: nothingCached, cookies: [setCookie(staffCookie, '', 0)] });
});
