import { epochMs, type Instant } from '../../shared/domain/kinds.ts';
import type { Delivery, WebhookSecrets } from '../../shared/domain/webhook.ts';
import type { Digests } from '../../shared/ports.ts';

const prefix = 'whsec_';

/** A secret as Standard Webhooks writes it, of 256 random bits in base64url. */
export const webhookSecret = (random: string): string =>
  `${prefix}${random.replaceAll('-', '+').replaceAll('_', '/').padEnd(44, '=')}`;

/**
 * The headers of a message (Standard Webhooks, "Webhook headers" and "Signature scheme"): its id, which stays over all
 * tries, the time of this one, and a signature by each secret that is believed.
 */
export function signedHeaders(
  { messageId, body }: Pick<Delivery, 'messageId' | 'body'>,
  { secret, former }: WebhookSecrets,
  now: Instant,
  { hmac }: Digests,
): Readonly<Record<string, string>> {
  const timestamp = Math.floor(epochMs(now) / 1_000);
  const believed = [secret, ...(former && now < former.until ? [former.secret] : [])];
  const signed = `${messageId}.${timestamp}.${body}`;
  return {
    'webhook-id': messageId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': believed.map((each) => `v1,${hmac(each.slice(prefix.length), signed)}`).join(' '),
  };
}
