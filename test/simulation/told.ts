import type { Delivery, WebhookEndpoint, WebhookSecrets } from '../../shared/domain/webhook.ts';
import type { Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import type { ReceivedMessage } from './memory-poster.ts';

const endpoint: WebhookEndpoint = {
  ...{ endpointId: 'registry', url: 'https://register.example.org/credits', description: 'The registry' },
  ...{ events: ['credit.awarded', 'certificate.issued'], status: 'enabled' },
  ...{ createdAt: '2026-02-27T12:00:00.000Z', createdBy: 'owner' },
};
const secrets: WebhookSecrets = { secret: `whsec_${'A'.repeat(43)}=`, since: endpoint.createdAt };

const rowOf = (kind: 'webhookEndpoint' | 'webhookSecret', data: object): Write => ({
  kind: 'put',
  expect: 'absent',
  row: { ...entities[kind].keyOf(endpoint), rev: 1, kind, data: JSON.parse(JSON.stringify(data)) },
});

/** The rows of a system of the provider's that is told of awards and certificates. */
export const toldSystem: readonly Write[] = [rowOf('webhookEndpoint', endpoint), rowOf('webhookSecret', secrets)];

interface Told {
  readonly type: string;
  readonly data: { readonly certificateId: string };
}

/** Each award and each certificate is told at least once, always under the same id, and nothing else is told. */
export function checkTold(
  happened: readonly { readonly type: string; readonly certificateId: string }[],
  deliveries: readonly Delivery[],
  received: readonly ReceivedMessage[],
  say: (breach: string) => void,
): void {
  const messages = received.map(({ headers, body }) => ({
    id: headers['webhook-id'] ?? '',
    ...(JSON.parse(body) as Told),
  }));
  const name = (type: string, certificateId: string): string => `${type} ${certificateId}`;
  const idsOf = Map.groupBy(messages, ({ type, data }) => name(type, data.certificateId));
  const expected = new Set(happened.map(({ type, certificateId }) => name(type, certificateId)));
  for (const event of expected) {
    const ids = new Set(idsOf.get(event)?.map(({ id }) => id));
    if (ids.size === 0) say(`${event} was never told`);
    if (ids.size > 1) say(`${event} was told under ${ids.size} ids`);
  }
  for (const event of idsOf.keys()) if (!expected.has(event)) say(`${event} was told and never happened`);
  for (const { messageId, status } of deliveries)
    if (status !== 'delivered') say(`The message ${messageId} is ${status}`);
}
