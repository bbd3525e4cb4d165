import { routes } from '../../../shared/api/routes.ts';
import { endpoint } from '../../endpoint.ts';

/** Lists who is staff and who was, by name. */
export const handler = endpoint(routes.listStaff, {}, async (_, { staff }) => ({
  staff: (await staff.list()).toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
}));
