import { integrationsRoutes } from '../../../shared/api/admin/integrations-routes.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { MOST_ENDPOINTS, type WebhookEndpoint } from '../../../shared/domain/webhook.ts';
import { endpoint } from '../../endpoint.ts';
import { reply } from '../../middleware/reply.ts';
import { refusedUrl } from '../../webhooks/check-url.ts';
import { webhookSecret } from '../../webhooks/sign.ts';

const tooMany = refuse({
  code: 'too-many-webhooks',
  message: `There are ${MOST_ENDPOINTS} webhooks already.`,
  remedy: 'Change one that is not needed any more.',
});

/** Has an address told of events, of which the first comes with the next award. */
export const handler = endpoint(integrationsRoutes.addWebhook, {}, async ({ body, staff }, capabilities) => {
  const { webhooks, ledger, table, clock, ids, config } = capabilities;
  const refused = refusedUrl(body.url, { toLoopback: config.webhooksToLoopback === true });
  if (refused) return refused;
  if ((await webhooks.endpoints()).length >= MOST_ENDPOINTS) return tooMany;
  const now = clock.now();
  const endpointId = ids.id();
  const made: WebhookEndpoint = {
    ...{ ...body, endpointId, events: [...new Set(body.events)], status: 'enabled' },
    ...{ createdAt: now, createdBy: staff.staffId },
  };
  const secret = webhookSecret(ids.secret());
  await table.write([
    webhooks.putEndpoint(made),
    webhooks.putSecrets(endpointId, { secret, since: now }),
    ledger.audit(staff.staffId, 'webhook.added', { endpointId, events: made.events }),
  ]);
  return reply(201, { webhook: made, secret });
});
