import { integrationsRoutes } from '../../../shared/api/admin/integrations-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { refusedUrl } from '../../webhooks/check-url.ts';

/** Changes where and of what an address is told, or whether it is told at all. */
export const handler = endpoint(integrationsRoutes.changeWebhook, {}, async ({ params, body, staff }, capabilities) => {
  const { webhooks, ledger, table, config } = capabilities;
  const { endpointId } = params;
  const before = await webhooks.endpoint(endpointId);
  if (!before) return notFound('webhook');
  const refused = refusedUrl(body.url, { toLoopback: config.webhooksToLoopback === true });
  if (refused) return refused;
  // Enabling one that was gone says that it is back.
  const { goneAt, ...standing } = before.value;
  const stillGone = body.status === 'disabled' && goneAt !== undefined;
  const events = [...new Set(body.events)];
  const after = { ...standing, ...body, events, ...(stillGone && { goneAt }) };
  await table.write([
    webhooks.putEndpoint(after, before),
    ledger.audit(staff.staffId, 'webhook.changed', { endpointId, events, status: body.status }),
  ]);
  return after;
});
