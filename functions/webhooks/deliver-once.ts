import { epochMs } from '../../shared/domain/kinds.ts';
import type { Delivery, WebhookEndpoint } from '../../shared/domain/webhook.ts';
import {
  afterAttempt,
  begun,
  type DeliveryAttempt,
  type DeliveryKey,
  deliveryIdOf,
  isGone,
  problemOf,
  wasTaken,
} from '../../shared/domain/webhook.ts';
import { LostRaceError } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import { required } from '../records/require.ts';
import type { Stored } from '../records/rows.ts';
import { signedHeaders } from './sign.ts';

type Delivering = Capabilities<{ poster: never }>;

/** What a try came to: `not-due` when there was nothing to try. */
export type Delivered = 'delivered' | 'delayed' | 'parked' | 'not-due';

async function tryOnce(
  delivery: Delivery,
  { url }: WebhookEndpoint,
  capabilities: Delivering,
): Promise<DeliveryAttempt> {
  const { webhooks, poster, digests, clock } = capabilities;
  const secrets = required(await webhooks.secrets(delivery.endpointId), 'The secret of an endpoint').value;
  const at = clock.now();
  const headers = signedHeaders(delivery, secrets, at, digests);
  const posted = await poster.post({ url, headers, body: delivery.body });
  const tookMs = Math.max(0, epochMs(clock.now()) - epochMs(at));
  return posted.kind === 'answered'
    ? { at, status: posted.status, ...(posted.excerpt && { excerpt: posted.excerpt }), tookMs }
    : { at, problem: posted.problem, tookMs };
}

/**
 * Tries to deliver a message that is due, under a lease: never lost, and once too often when its try could not be recorded,
 * which the receiver sees by its id. Never throws for trouble with the receiver.
 */
export async function deliverOnce(
  key: DeliveryKey,
  endpoint: Stored<WebhookEndpoint>,
  capabilities: Delivering,
): Promise<Delivered> {
  const { webhooks, table, clock, ids, log, ledger } = capabilities;
  const before = await webhooks.delivery(key);
  if (before?.value.status !== 'queued' || before.value.dueAt > clock.now()) return 'not-due';
  const held: Stored<Delivery> = { value: begun(before.value, clock.now()), rev: before.rev + 1 };
  try {
    await table.write([webhooks.putDelivery(held.value, before)]);
    const attempt = await tryOnce(held.value, endpoint.value, capabilities);
    const next = afterAttempt(held.value, attempt, clock.now(), ids.fraction());
    const deliveryId = deliveryIdOf(key);
    const parking = { workId: deliveryId, step: 'deliver-webhook', reason: problemOf(next) ?? 'unknown' };
    const isParked = next.status === 'parked';
    const now = clock.now();
    await table.write([
      webhooks.putDelivery(next, held),
      ...(isParked ? [ledger.audit('system', 'work.parked', parking)] : []),
      // Who says that it is gone wants no more of it (Standard Webhooks, "Endpoint disabling").
      ...(isGone(attempt) && endpoint.value.status === 'enabled'
        ? [webhooks.putEndpoint({ ...endpoint.value, status: 'disabled', goneAt: now }, endpoint)]
        : []),
    ]);
    if (isParked) log({ event: 'work.parked', ...parking });
    else if (!wasTaken(attempt))
      log({ event: 'webhook.delayed', deliveryId, tries: next.tries, error: parking.reason });
    return isParked ? 'parked' : wasTaken(attempt) ? 'delivered' : 'delayed';
  } catch (error) {
    // Somebody else tries it, or the endpoint was changed meanwhile; then the lease runs out and it is tried anew.
    if (error instanceof LostRaceError) return 'not-due';
    throw error;
  }
}
