import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { endpoint } from '../../endpoint.ts';

/** Lists who provides activities. */
export const handler = endpoint(activitiesRoutes.listProviders, {}, async (_, { providers, staff }) => {
  const [kept, nameOf] = await Promise.all([providers.list(), staff.names()]);
  return {
    providers: kept.map(({ value: { providerId, fields, savedAt, savedBy } }) => ({
      ...{ providerId, savedAt, savedBy: nameOf(savedBy) },
      name: typeof fields.name === 'string' ? fields.name : '',
    })),
  };
});
