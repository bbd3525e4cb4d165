import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { endSessionsOf } from '../../staff/change-member.ts';

/** Signs somebody out everywhere at once: every request asks whether their sessions were ended since it began. */
export const handler = endpoint(staffRoutes.endStaffSessions, {}, async ({ params, staff }, capabilities) => {
  const member = await endSessionsOf(params.staffId, staff.staffId, capabilities);
  return member ?? notFound('member of staff');
});
