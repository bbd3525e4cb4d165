import { ownersOnly } from '../../domain/staff.ts';
import { type Route, route, servedBy } from '../route.ts';
import * as i from './integrations-schemas.ts';

/** What the provider's own systems are told of, and the keys by which they ask. */
export const integrationsRoutes = servedBy('admin-integrations', {
  listWebhooks: route({
    name: 'list-webhooks',
    method: 'GET',
    path: '/api/admin/webhooks',
    access: { staff: ownersOnly },
    summary: 'The addresses that are told of events.',
    answers: { 200: i.webhookList },
  }),
  addWebhook: route({
    name: 'add-webhook',
    method: 'POST',
    path: '/api/admin/webhooks',
    access: { staff: ownersOnly, stepUp: true },
    summary:
      'Has an address told of events from now on. The secret that its messages are signed with is shown this once.',
    body: i.newWebhook,
    answers: { 201: i.webhookMade },
    problems: [409, 422],
  }),
  getWebhook: route({
    name: 'get-webhook',
    method: 'GET',
    path: '/api/admin/webhooks/{endpointId}',
    access: { staff: ownersOnly },
    summary: 'An address that is told of events, and the messages to it, the latest first.',
    query: i.webhookQuery,
    answers: { 200: i.webhookDeliveries },
    problems: [404],
  }),
  changeWebhook: route({
    name: 'change-webhook',
    method: 'PUT',
    path: '/api/admin/webhooks/{endpointId}',
    access: { staff: ownersOnly, stepUp: true },
    summary:
      'Changes where and of what it is told, or disables it: messages that wait stay, and no more are asked for.',
    body: i.webhookChange,
    answers: { 200: i.webhook },
    problems: [404, 409, 422],
  }),
  replaceWebhookSecret: route({
    name: 'replace-webhook-secret',
    method: 'POST',
    path: '/api/admin/webhooks/{endpointId}/secret',
    access: { staff: ownersOnly, stepUp: true },
    summary: 'Makes a new secret, shown this once. For a day messages are signed with both.',
    answers: { 200: i.webhookSecretMade },
    problems: [404],
  }),
  listApiKeys: route({
    name: 'list-api-keys',
    method: 'GET',
    path: '/api/admin/api-keys',
    access: { staff: ownersOnly },
    summary: 'The keys of the provider’s own systems, with those that were revoked.',
    answers: { 200: i.apiKeyList },
  }),
  makeApiKey: route({
    name: 'make-api-key',
    method: 'POST',
    path: '/api/admin/api-keys',
    access: { staff: ownersOnly, stepUp: true },
    summary: 'Makes a key with scopes. Its secret is shown this once.',
    body: i.newApiKey,
    answers: { 201: i.apiKeyMade },
    problems: [409, 422],
  }),
  revokeApiKey: route({
    name: 'revoke-api-key',
    method: 'POST',
    path: '/api/admin/api-keys/{keyId}/revocation',
    access: { staff: ownersOnly, stepUp: true },
    summary: 'Revokes a key for good. A repeat changes nothing.',
    answers: { 200: i.apiKey },
    problems: [404],
  }),
} as const satisfies Record<string, Route>);
