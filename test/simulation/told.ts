import { DAY, epochMs } from '../../shared/domain/kinds.ts';
import type { Delivery, WebhookEndpoint, WebhookSecrets } from '../../shared/domain/webhook.ts';
import type { Posted, Row } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import type { ReceivedMessage } from './ports/memory-poster.ts';

const endpoint: WebhookEndpoint = {
  ...{ endpointId: 'registry', url: 'https://register.example.org/credits', description: 'The registry' },
  ...{ events: ['credit.awarded', 'certificate.issued'], status: 'enabled' },
  ...{ createdAt: '2026-02-27T12:00:00.000Z', createdBy: 'owner' },
};
const secrets: WebhookSecrets = { secret: `whsec_${'A'.repeat(43)}=`, since: endpoint.createdAt };

const rowOf = (kind: 'webhookEndpoint' | 'webhookSecret', data: object): Row => ({
  ...entities[kind].keyOf(endpoint),
  ...{ rev: 1, kind, data: JSON.parse(JSON.stringify(data)) },
});

/** The rows of a system of the provider's that is told of awards and certificates. */
export const toldSystem: readonly Row[] = [rowOf('webhookEndpoint', endpoint), rowOf('webhookSecret', secrets)];

interface Told {
  readonly type: string;
  readonly data: { readonly certificateId: string };
}

/** For how long staff are promised that a message is tried (docs/procedures/webhooks.md). */
const PATIENCE_MS = 5 * DAY;

/** Whether a message was given up on as promised: after five days, where staff see it. */
const wasGivenUp = ({ status, createdAt, dueAt }: Delivery): boolean =>
  status === 'parked' && epochMs(dueAt) - epochMs(createdAt) > PATIENCE_MS;

/**
 * Each award and each certificate is told until the receiver takes it, always under the same id, and nothing else is told; unless the
 * receiver could not be reached for five days, when the message waits for staff.
 */
export function checkTold(
  happened: readonly { readonly type: string; readonly certificateId: string }[],
  deliveries: readonly Delivery[],
  received: readonly (ReceivedMessage & { readonly posted: Posted })[],
  say: (breach: string) => void,
): void {
  const messages = received.map(({ headers, body, posted }) => ({
    id: headers['webhook-id'] ?? '',
    taken: posted.kind === 'answered' && posted.status < 300,
    ...(JSON.parse(body) as Told),
  }));
  const name = (type: string, certificateId: string): string => `${type} ${certificateId}`;
  const idsOf = Map.groupBy(messages, ({ type, data }) => name(type, data.certificateId));
  const expected = new Set(happened.map(({ type, certificateId }) => name(type, certificateId)));
  const givenUp = new Set(
    deliveries.filter(wasGivenUp).map(({ body }) => {
      const { type, data }: Told = JSON.parse(body);
      return name(type, data.certificateId);
    }),
  );
  for (const event of expected) {
    const ids = new Set(idsOf.get(event)?.map(({ id }) => id));
    const taken = idsOf.get(event)?.some((message) => message.taken);
    if (!taken && !givenUp.has(event)) say(`${event} was never told`);
    if (ids.size > 1) say(`${event} was told under ${ids.size} ids`);
  }
  for (const event of idsOf.keys()) if (!expected.has(event)) say(`${event} was told and never happened`);
  for (const delivery of deliveries)
    if (delivery.status !== 'delivered' && !wasGivenUp(delivery))
      say(`The message ${delivery.messageId} is ${delivery.status}`);
}
