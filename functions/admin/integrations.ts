import { integrationsRoutes } from '../../shared/api/admin/integrations-routes.ts';
import { serving } from '../serving.ts';
import { handler as addWebhook } from './integrations/add-webhook.ts';
import { handler as changeWebhook } from './integrations/change-webhook.ts';
import { handler as getWebhook } from './integrations/get-webhook.ts';
import { handler as listApiKeys } from './integrations/list-api-keys.ts';
import { handler as listWebhooks } from './integrations/list-webhooks.ts';
import { handler as makeApiKey } from './integrations/make-api-key.ts';
import { handler as replaceWebhookSecret } from './integrations/replace-webhook-secret.ts';
import { handler as revokeApiKey } from './integrations/revoke-api-key.ts';

export const handler = serving(integrationsRoutes, {
  ...{ listWebhooks, addWebhook, getWebhook, changeWebhook, replaceWebhookSecret },
  ...{ listApiKeys, makeApiKey, revokeApiKey },
});
