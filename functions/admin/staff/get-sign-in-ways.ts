import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import { endpoint } from '../../endpoint.ts';

/** Tells by what staff may sign in beside the mailed code. */
export const handler = endpoint(staffRoutes.getSignInWays, {}, async (_, { config }) => ({
  employer: config.employerName,
}));
