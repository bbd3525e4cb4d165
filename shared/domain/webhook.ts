import type { CertificateSnapshot } from './certificate.ts';
import { epochMs, HOUR, type Instant, later, MINUTE } from './kinds.ts';
import type { Award } from './wallet.ts';
import { nextTry } from './work.ts';

/** What a provider's own systems can be told of (Standard Webhooks, "Event types"). */
export const webhookEvents = [
  'credit.awarded',
  'certificate.issued',
  'certificate.revoked',
  'certificate.suspended',
  'certificate.restored',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** An address of the provider's own that events are posted to. */
export interface WebhookEndpoint {
  readonly endpointId: string;
  readonly url: string;
  /** What it is for, in the owner's words. */
  readonly description: string;
  readonly events: readonly WebhookEvent[];
  readonly status: 'enabled' | 'disabled';
  readonly createdAt: Instant;
  readonly createdBy: string;
  /** It said that it is gone (410), and was disabled for that. */
  readonly goneAt?: Instant;
}

/** What an endpoint's messages are signed with. After a rotation both sign, so that the receiver may change over in peace. */
export interface WebhookSecrets {
  /** `whsec_` and base64, as Standard Webhooks writes it. */
  readonly secret: string;
  readonly since: Instant;
  readonly former?: { readonly secret: string; readonly until: Instant };
}

/** How long a former secret goes on signing. */
export const SECRET_OVERLAP_MS = 24 * HOUR;
/** So many addresses, so that the transaction of an award stays small. */
export const MOST_ENDPOINTS = 10;

/** One try to deliver, and what came of it. */
export interface DeliveryAttempt {
  readonly at: Instant;
  /** What the receiver answered; absent: nothing. */
  readonly status?: number;
  /** Why there was no answer. */
  readonly problem?: string;
  /** How the answer begins. */
  readonly excerpt?: string;
  readonly tookMs: number;
}

/** A message to one endpoint. Its id stays the same over all tries, so that the receiver can drop what it has. */
export interface Delivery {
  readonly messageId: string;
  readonly endpointId: string;
  readonly type: WebhookEvent;
  /** The body, to the byte: what is signed is what is sent. */
  readonly body: string;
  readonly status: 'queued' | 'delivered' | 'parked';
  readonly createdAt: Instant;
  /** From when on it is tried (again). While it is being tried, when another may. */
  readonly dueAt: Instant;
  /** Since it was asked for or redriven. */
  readonly tries: number;
  /** When it was redriven last: patience begins anew. */
  readonly redrivenAt?: Instant;
  /** The last tries, oldest first. */
  readonly attempts: readonly DeliveryAttempt[];
}

/** Which delivery: the message, and to whom. */
export type DeliveryKey = Pick<Delivery, 'endpointId' | 'messageId'>;

/** What names a delivery outside of its row: `{endpointId}.{messageId}`. */
export const deliveryIdOf = ({ endpointId, messageId }: DeliveryKey): string => `${endpointId}.${messageId}`;
export function deliveryKeyOf(deliveryId: string): DeliveryKey | undefined {
  const [endpointId = '', messageId = '', ...more] = deliveryId.split('.');
  return endpointId && messageId && more.length === 0 ? { endpointId, messageId } : undefined;
}

/** A delivery is tried for this long before it is parked: over a long weekend. */
const DELIVERY_PATIENCE_MS = 5 * 24 * HOUR;
/** Whoever tries has this long to say what came of it: far more than a request may take. */
const DELIVERY_LEASE_MS = 2 * MINUTE;
const KEPT_ATTEMPTS = 10;
const GONE = 410;

/** A delivery that is being tried. */
export const begun = (delivery: Delivery, now: Instant): Delivery => ({
  ...delivery,
  tries: delivery.tries + 1,
  dueAt: later(now, DELIVERY_LEASE_MS),
});

/** Whether a receiver said that it took the message (Standard Webhooks: any 2xx; a redirect is none). */
export const wasTaken = ({ status = 0 }: DeliveryAttempt): boolean => status >= 200 && status <= 299;
/** Whether a receiver said that it wants no more. */
export const isGone = ({ status }: DeliveryAttempt): boolean => status === GONE;

/** What becomes of a delivery after a try: delivered, later again for days, or parked. */
export function afterAttempt(delivery: Delivery, attempt: DeliveryAttempt, now: Instant, fraction: number): Delivery {
  const { tries, createdAt, redrivenAt = createdAt } = delivery;
  const tried = { ...delivery, attempts: [...delivery.attempts, attempt].slice(-KEPT_ATTEMPTS) };
  if (wasTaken(attempt)) return { ...tried, status: 'delivered' };
  const hopeless = isGone(attempt) || epochMs(now) - epochMs(redrivenAt) > DELIVERY_PATIENCE_MS;
  return hopeless
    ? { ...tried, status: 'parked', dueAt: now }
    : { ...tried, status: 'queued', dueAt: nextTry(now, tries, fraction) };
}

/** A delivery that is to be tried again, as if it had just been asked for; under the same id. */
export const redriven = (delivery: Delivery, now: Instant): Delivery => ({
  ...delivery,
  ...{ status: 'queued', tries: 0, dueAt: now, redrivenAt: now },
});

/** Why a delivery is not delivered yet, in words. */
export function problemOf({ attempts }: Pick<Delivery, 'attempts'>): string | undefined {
  const last = attempts.at(-1);
  if (!last || wasTaken(last)) return undefined;
  return last.status === undefined ? last.problem : `The receiver answered ${last.status}.`;
}

/** What every event of a certificate tells: ids and facts of the award. Never a name or an address (ADR 34). */
const factsOf = (snapshot: CertificateSnapshot) => ({
  certificateId: snapshot.certificateId,
  certificateNumber: snapshot.number,
  learnerId: snapshot.learnerId,
  activityId: snapshot.activityId,
  activityVersion: snapshot.activityVersion,
  activityTitle: snapshot.title,
  participatedOn: snapshot.participatedOn,
  awardedOn: snapshot.awardedOn,
  verifyUrl: snapshot.verifyUrl,
});

export const awardedData = (snapshot: CertificateSnapshot, { cycle }: Award) => ({
  ...factsOf(snapshot),
  cycle,
  credits: snapshot.credits.map(({ creditType, amount, basis }) => ({ creditType, amount, basis })),
  ...(snapshot.moc && { moc: snapshot.moc.map(({ board, points }) => ({ board, points })) }),
});

export const issuedData = (
  snapshot: CertificateSnapshot,
  issued: { readonly issuedAt: Instant; readonly sha256: string; readonly replaces?: string | undefined },
) => ({
  ...factsOf(snapshot),
  credits: snapshot.credits.map(({ creditType, amount, basis }) => ({ creditType, amount, basis })),
  version: snapshot.version,
  issuedAt: issued.issuedAt,
  sha256: issued.sha256,
  ...(issued.replaces !== undefined && { replaces: issued.replaces }),
});

export const statusData = (
  snapshot: CertificateSnapshot,
  changed: { readonly on: string; readonly changeId: string },
) => ({
  ...factsOf(snapshot),
  ...changed,
});

/** The body of a message (Standard Webhooks, "Payload structure"). */
export const bodyOf = (type: WebhookEvent, at: Instant, data: object): string =>
  JSON.stringify({ type, timestamp: at, data });
