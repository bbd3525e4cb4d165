import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { forgetPasskeysOf } from '../../staff/change-member.ts';

/** Forgets somebody's passkeys, who lost them. */
export const handler = endpoint(staffRoutes.forgetPasskeys, {}, async ({ params, staff }, capabilities) => {
  const member = await forgetPasskeysOf(params.staffId, staff.staffId, capabilities);
  return member ?? notFound('member of staff');
});
