import { integrationsRoutes } from '../../../shared/api/admin/integrations-routes.ts';
import { later } from '../../../shared/domain/kinds.ts';
import { SECRET_OVERLAP_MS } from '../../../shared/domain/webhook.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { webhookSecret } from '../../webhooks/sign.ts';

/** Makes a new secret. The former signs beside it for a day, so that the receiver can change over in peace. */
export const handler = endpoint(
  integrationsRoutes.replaceWebhookSecret,
  {},
  async ({ params, staff }, capabilities) => {
    const { webhooks, ledger, table, clock, ids } = capabilities;
    const { endpointId } = params;
    const before = await webhooks.secrets(endpointId);
    if (!before) return notFound('webhook');
    const now = clock.now();
    const secret = webhookSecret(ids.secret());
    const until = later(now, SECRET_OVERLAP_MS);
    await table.write([
      webhooks.putSecrets(endpointId, { secret, since: now, former: { secret: before.value.secret, until } }, before),
      ledger.audit(staff.staffId, 'webhook.secret-replaced', { endpointId }),
    ]);
    return { secret, formerUntil: until };
  },
);
