import type { WorkflowInput } from '../workflow/steps.ts';
import { type Instant, later, MINUTE, SECOND } from './kinds.ts';

/**
 * An outbox item: work that a state change asked for, written in the same transaction (design, rule 2). The workflow is
 * started at once as a fast path; the sweeper starts what is still pending, and that is the guarantee.
 */
export interface Work {
  readonly workId: string;
  readonly input: WorkflowInput;
  readonly status: 'pending' | 'parked' | 'done';
  readonly createdAt: Instant;
  /** When the sweeper shall start it (again). */
  readonly dueAt: Instant;
  /** How often it failed or was swept up. */
  readonly tries: number;
  readonly failure?: { readonly step: string; readonly error: string; readonly reason: string; readonly at: Instant };
}

/** Pending for this long, work is started again by the sweeper. */
export const SWEEP_AFTER_MS = 10 * SECOND;
/** After so many tries, spread over about two days, work is parked for staff to see. */
export const MOST_TRIES = 18;
/**
 * So many tries follow soon, since learners who wait for a result are promised it within 30 s (learner help): one that is lost, and
 * a second that fails beside it, leave time for a third.
 */
const SOON_TRIES = 2;
const LONGEST_WAIT_MS = 6 * 60 * MINUTE;

/** When to try again after `tries` failures: doubling from 10 s to 6 h, with full jitter above the half. */
export function nextTry(now: Instant, tries: number, fraction: number): Instant {
  const wait = Math.min(LONGEST_WAIT_MS, SWEEP_AFTER_MS * 2 ** Math.min(tries, 20));
  return later(now, Math.round(wait / 2 + (wait / 2) * fraction));
}

/** What becomes of work after a failure: tried again later, or parked. Only what may pass by itself is tried again. */
export function afterFailure(
  work: Work,
  failure: { readonly step: string; readonly error: string; readonly reason: string; readonly retryable: boolean },
  now: Instant,
  fraction: number,
): Work {
  const tries = work.tries + 1;
  const { retryable, ...why } = failure;
  const goesOn = retryable && tries < MOST_TRIES;
  return {
    ...{ ...work, tries, failure: { ...why, at: now } },
    ...(goesOn
      ? { status: 'pending' as const, dueAt: nextTry(now, Math.max(0, tries - SOON_TRIES), fraction) }
      : // Parked work is due no more: it is listed by when it was parked.
        { status: 'parked' as const, dueAt: now }),
  };
}

/** What a mail tells a learner. */
export type MailKind =
  | 'credit-award'
  | 'credit.waits'
  | 'certificate.corrected'
  | 'certificate.revoked'
  | 'certificate.suspended'
  | 'certificate.restored'
  | 'erasure.asked'
  | 'account.merged'
  | 'account.separated'
  | 'address.added';

/** A mail that is to be sent: an intent with a lease, so that it is never lost and at most once too many after a crash. */
export interface MailIntent {
  /** Permanent: `award-{certificateId}`, `change-{changeId}`, `erasure-{id}`, `reminder-{learnerId}-{activityId}`. */
  readonly messageKey: string;
  readonly kind: MailKind;
  /** Absent where it is about the account. */
  readonly certificateId?: string;
  /** Of a reminder and of the mail about an award: what was taken. Absent in those about awards of before it was kept. */
  readonly activityId?: string;
  readonly learnerId: string;
  /** `withdrawn`: there is nobody any more to send it to, or nothing any more to tell. */
  readonly status: 'withdrawn' | 'queued' | 'leased' | 'sent' | 'delivered' | 'bounced' | 'complained' | 'parked';
  readonly createdAt: Instant;
  readonly dueAt: Instant;
  readonly tries: number;
  readonly sentAt?: Instant;
  /** The sending that stands, by the id that the mail service gave it. */
  readonly serviceId?: string;
  /** Sendings of before it was asked for again: what is reported of them late says nothing of what was asked for since. */
  readonly formerIds?: readonly string[];
  /** The trouble that was reported, with the sending that it is of: what is told twice counts once. */
  readonly reported?: readonly string[];
  readonly problem?: string;
}

/** The mail about an award, as the write that issues the certificate queues it. */
export const queuedAwardMail = (
  about: Required<Pick<MailIntent, 'messageKey' | 'certificateId' | 'learnerId' | 'activityId'>>,
  at: Instant,
): MailIntent => ({ ...about, kind: 'credit-award', status: 'queued', createdAt: at, dueAt: at, tries: 0 });

/** What a mail came to: it waits for nothing any more, unless something is heard of its delivery. */
export const settledMail = ['sent', 'delivered', 'bounced', 'complained', 'withdrawn'] as const;
export type SettledMail = (typeof settledMail)[number];

/** So many sendings and reports are remembered: reports come within days, and a mail is asked for again a few times an hour. */
const MOST_REMEMBERED = 20;
const withLast = (list: readonly string[] | undefined, last: string): readonly string[] =>
  [...(list ?? []), last].slice(-MOST_REMEMBERED);

/** A mail that is to be sent (again), as if it had just been asked for. */
export function queuedAgain({ problem: _, serviceId, ...mail }: MailIntent, now: Instant): MailIntent {
  const former = serviceId === undefined ? {} : { formerIds: withLast(mail.formerIds, serviceId) };
  return { ...mail, ...former, status: 'queued', createdAt: now, dueAt: now, tries: 0 };
}

/** What the mail service reports of one sending of a mail. */
export interface MailReport {
  readonly serviceId: string;
  readonly status: Extract<MailIntent['status'], 'delivered' | 'bounced' | 'complained'>;
}

/**
 * A mail after a report of it; nothing where that says nothing new. Reports come late, twice and in any order: trouble is
 * remembered by its sending, and that of a former one leaves a mail that was asked for again as it is.
 */
export function afterReport(mail: MailIntent, { serviceId, status }: MailReport): MailIntent | undefined {
  // Nothing was handed over yet since it was asked for: the report is of before, whether its sending is remembered or not.
  const isFormer = mail.formerIds?.includes(serviceId) || (mail.status === 'queued' && mail.tries === 0);
  // A delivery that is reported late does not undo a complaint.
  if (status === 'delivered') return isFormer || mail.status !== 'sent' ? undefined : { ...mail, status };
  const report = `${status} ${serviceId}`;
  if (mail.reported?.includes(report)) return undefined;
  const told = { ...mail, reported: withLast(mail.reported, report) };
  return isFormer ? told : { ...told, status, serviceId: mail.serviceId ?? serviceId };
}

/**
 * Whoever holds the lease has this long to send and to say so: half a minute, and twice the ten minutes by which clocks may
 * be wrong (trust.md 1, "Clock skew"). A crash in between delays the mail by as much.
 */
export const MAIL_LEASE_MS = 25 * MINUTE;
/** Mail is tried for this long before it is parked. */
export const MAIL_PATIENCE_MS = 14 * 24 * 60 * MINUTE;

/** The tag under which the mail service hands a mail's `messageKey` back with a bounce. */
export const MESSAGE_KEY_TAG = 'message-key';

/** What a mail service says of its trouble, without the addresses that it likes to name: it is kept, logged and listed. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(/(?:"[^"]*"|[^\s<>"'(),:;]+)@[^\s<>"'(),:;]+/g, '(address)');
