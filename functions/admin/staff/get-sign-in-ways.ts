import { routes } from '../../../shared/api/routes.ts';
import { endpoint } from '../../endpoint.ts';

/** Tells by what staff may sign in beside the mailed code. */
export const handler = endpoint(routes.getSignInWays, {}, async (_, { config }) => ({ employer: config.employerName }));
