import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { changeMember } from '../../staff/change-member.ts';

/** Gives somebody another role. */
export const handler = endpoint(staffRoutes.changeStaffRole, {}, async ({ params, body, staff }, capabilities) => {
  const changed = await changeMember(params.staffId, { role: body.role }, staff.staffId, capabilities);
  return changed ?? notFound('member of staff');
});
