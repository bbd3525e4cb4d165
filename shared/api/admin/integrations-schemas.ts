import * as z from 'zod/mini';
import { scopes } from '../../domain/api-key.ts';
import { isCivilDate } from '../../domain/kinds.ts';
import { webhookEvents } from '../../domain/webhook.ts';
import { civilDate, id, instant } from '../fields.ts';

const event = z.enum(webhookEvents, 'Choose events that there are.');

export const webhook = z.object({
  endpointId: id,
  url: z.string(),
  description: z.string(),
  events: z.array(event),
  status: z.enum(['enabled', 'disabled']),
  createdAt: instant,
  /** It answered that it is gone, and was disabled for that. */
  goneAt: z.optional(instant),
});
export const webhookList = z.object({ webhooks: z.array(webhook) });

const settings = {
  url: z
    .string('Give the address.')
    .check(z.trim(), z.minLength(1, 'Give the address.'), z.maxLength(500, 'The address is too long.')),
  description: z.string().check(z.trim(), z.maxLength(200, 'Use at most 200 characters.')),
  events: z.array(event).check(z.minLength(1, 'Choose at least one event.'), z.maxLength(webhookEvents.length)),
};
export const newWebhook = z.object(settings);
export const webhookChange = z.object({ ...settings, status: z.enum(['enabled', 'disabled']) });

/** Shown this once: who loses it has it replaced. */
const secret = z.string();
export const webhookMade = z.object({ webhook, secret });
export const webhookSecretMade = z.object({ secret, formerUntil: instant });

const delivery = z.object({
  deliveryId: id,
  messageId: id,
  type: event,
  status: z.enum(['queued', 'delivered', 'parked']),
  createdAt: instant,
  nextTryAt: z.optional(instant),
  tries: z.int(),
  /** The body as it is sent. */
  body: z.string(),
  attempts: z.array(
    z.object({
      at: instant,
      status: z.optional(z.int()),
      problem: z.optional(z.string()),
      excerpt: z.optional(z.string()),
      tookMs: z.int(),
    }),
  ),
});
export const webhookQuery = z.object({ cursor: z.optional(z.string().check(z.maxLength(1_500))) });
export const webhookDeliveries = z.object({
  webhook,
  deliveries: z.array(delivery),
  next: z.optional(z.string()),
});

const scope = z.enum(scopes, 'Choose scopes that there are.');

export const apiKey = z.object({
  keyId: id,
  name: z.string(),
  /** How the secret begins. */
  prefix: z.string(),
  scopes: z.array(scope),
  standing: z.enum(['active', 'expired', 'revoked']),
  expiresOn: z.optional(civilDate),
  createdAt: instant,
  /** A name. */
  createdBy: z.string(),
  lastUsedOn: z.optional(civilDate),
  revokedAt: z.optional(instant),
});
export const apiKeyList = z.object({ keys: z.array(apiKey) });
export const newApiKey = z.object({
  name: z
    .string('Say which system it is for.')
    .check(z.trim(), z.minLength(1, 'Say which system it is for.'), z.maxLength(100, 'Use at most 100 characters.')),
  scopes: z.array(scope).check(z.minLength(1, 'Choose at least one scope.'), z.maxLength(scopes.length)),
  expiresOn: z.optional(
    z.string().check(z.refine((day) => isCivilDate(day), 'Give a day as year, month and day: 2027-03-09.')),
  ),
});
export const apiKeyMade = z.object({ key: apiKey, secret });
