import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';

/** Lists who is staff and who was, by name. */
export const handler = endpoint(staffRoutes.listStaff, {}, async (_, { staff }) => ({
  staff: (await staff.list()).toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
}));
