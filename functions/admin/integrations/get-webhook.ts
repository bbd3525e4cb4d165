import { integrationsRoutes } from '../../../shared/api/admin/integrations-routes.ts';
import { deliveryIdOf } from '../../../shared/domain/webhook.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

const PAGE = 25;

/** An address that is told of events, and the messages to it with what came of each try. */
export const handler = endpoint(integrationsRoutes.getWebhook, {}, async ({ params, query }, { webhooks }) => {
  const { endpointId } = params;
  const [known, page] = await Promise.all([
    webhooks.endpoint(endpointId),
    webhooks.deliveries(endpointId, { limit: PAGE, cursor: query.cursor }),
  ]);
  if (!known) return notFound('webhook');
  const deliveries = page.items.map((delivery) => ({
    ...{ ...delivery, deliveryId: deliveryIdOf(delivery) },
    nextTryAt: delivery.status === 'queued' ? delivery.dueAt : undefined,
  }));
  return { webhook: known.value, deliveries, next: page.cursor };
});
