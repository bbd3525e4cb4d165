import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { changeMember } from '../../staff/change-member.ts';

/** Ends somebody's access at once: every request asks who staff is. */
export const handler = endpoint(staffRoutes.endStaffAccess, {}, async ({ params, staff }, capabilities) => {
  const ended = await changeMember(params.staffId, { ended: true }, staff.staffId, capabilities);
  return ended ?? notFound('member of staff');
});
