import { integrationsRoutes } from '../../../shared/api/admin/integrations-routes.ts';
import { endpoint } from '../../endpoint.ts';

/** Lists the addresses that are told of events, the oldest first. */
export const handler = endpoint(integrationsRoutes.listWebhooks, {}, async (_, { webhooks }) => ({
  webhooks: (await webhooks.endpoints())
    .map(({ value }) => value)
    .toSorted((a, b) => (a.createdAt < b.createdAt ? -1 : 1)),
}));
