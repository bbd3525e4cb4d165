import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { inviteMember } from '../../staff/change-member.ts';

/** Makes somebody staff. They sign in with their address, and make their passkey then. */
export const handler = endpoint(staffRoutes.inviteStaff, {}, ({ body, staff }, capabilities) =>
  inviteMember(body, staff.staffId, capabilities),
);
