import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { required } from '../../records/require.ts';
import { staffMeOf } from './staff-me.ts';

/** Tells who is signed in, and whether their passkey is proved. */
export const handler = endpoint(
  staffRoutes.getStaffMe,
  {},
  async ({ staff: { staffId, verifiedAt } }, capabilities) => {
    const member = required(await capabilities.staff.byId(staffId), 'The account of a session of staff');
    return staffMeOf(member.value, verifiedAt !== undefined, capabilities);
  },
);
