import type { Instant } from './kinds.ts';
import { type Delivery, deliveryIdOf, problemOf } from './webhook.ts';
import type { MailIntent, Work } from './work.ts';

/** Something that does not go on: parked until staff take it up, or failing, so that it is tried later and later. */
export interface Stuck {
  /** The work's id, the mail's message key, or the delivery's id. */
  readonly id: string;
  readonly kind: 'work' | 'mail' | 'webhook';
  readonly state: 'parked' | 'failing';
  /** The step that failed. */
  readonly step: string;
  /** The name of the error, where there was one to name. */
  readonly error?: string;
  readonly reason: string;
  /** When it failed last; a mail that is still tried does not say. */
  readonly at?: Instant;
  /** When it was asked for. */
  readonly askedAt: Instant;
  /** When it is tried again; never, when it is parked. */
  readonly nextTryAt?: Instant;
  readonly tries: number;
  /** What it was given: ids alone say whom and what it is about. */
  readonly input: Readonly<Record<string, string>>;
}

/** How work is stuck; not at all when it was done, or has not failed yet. */
export function stuckWork({ workId, input, status, createdAt, dueAt, tries, failure }: Work): Stuck | undefined {
  if (status === 'done' || (status === 'pending' && tries === 0)) return undefined;
  const { step = 'unknown', error, reason = 'unknown', at = status === 'parked' ? dueAt : undefined } = failure ?? {};
  const { workId: _, ...given } = input;
  return {
    ...{ id: workId, kind: 'work', step, reason, askedAt: createdAt, tries, input: given },
    ...(error !== undefined && { error }),
    ...(at !== undefined && { at }),
    ...(status === 'parked' ? { state: 'parked' } : { state: 'failing', nextTryAt: dueAt }),
  };
}

/** How a mail is stuck; not at all when it was sent, or has not failed yet. */
export function stuckMail(intent: MailIntent): Stuck | undefined {
  const { messageKey, kind, status, createdAt, dueAt, tries, problem, learnerId, certificateId } = intent;
  const isFailing = status === 'queued' && problem !== undefined;
  if (status !== 'parked' && !isFailing) return undefined;
  return {
    ...{ id: messageKey, kind: 'mail', step: 'send-award-email', reason: problem ?? 'unknown' },
    ...{ askedAt: createdAt, tries },
    input: { mail: kind, learnerId, ...(certificateId !== undefined && { certificateId }) },
    ...(isFailing ? { state: 'failing', nextTryAt: dueAt } : { state: 'parked', at: dueAt }),
  };
}

/** How a message to an endpoint is stuck; not at all when it was delivered, or has not failed yet. */
export function stuckDelivery(delivery: Delivery): Stuck | undefined {
  const { endpointId, type, status, createdAt, dueAt, tries, attempts } = delivery;
  const last = attempts.at(-1);
  if (status === 'delivered' || (status === 'queued' && !last)) return undefined;
  return {
    ...{ id: deliveryIdOf(delivery), kind: 'webhook', step: 'deliver-webhook', askedAt: createdAt, tries },
    reason: problemOf(delivery) ?? 'unknown',
    ...(last && { at: last.at }),
    input: { event: type, endpointId },
    ...(status === 'queued' ? { state: 'failing', nextTryAt: dueAt } : { state: 'parked' }),
  };
}
