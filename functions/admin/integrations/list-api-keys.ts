import { integrationsRoutes } from '../../../shared/api/admin/integrations-routes.ts';
import { standingOf } from '../../../shared/domain/api-key.ts';
import { endpoint } from '../../endpoint.ts';

/** Lists the keys of the provider's own systems, the newest first, with who made each. */
export const handler = endpoint(integrationsRoutes.listApiKeys, {}, async (_, { apiKeys, staff, clock }) => {
  const [made, nameOf] = await Promise.all([apiKeys.list(), staff.names()]);
  const today = clock.now().slice(0, 10);
  return {
    keys: made
      .map((key) => ({ ...key, standing: standingOf(key, today), createdBy: nameOf(key.createdBy) }))
      .toSorted((a, b) => (a.createdAt > b.createdAt ? -1 : 1)),
  };
});
