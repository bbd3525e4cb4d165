import type { ActivityId, AttemptId, CertificateId, Instant, LearnerId } from './kinds.ts';
import type { MailIntent, MailKind, Work } from './work.ts';

/** Work or mail that does not go on: parked until staff take it up, or failing, so that it is tried later and later. */
export interface Stuck {
  /** The work's id, or the mail's message key. */
  readonly id: string;
  readonly kind: 'work' | 'mail';
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
  readonly learnerId: LearnerId;
  readonly activityId?: ActivityId;
  readonly attemptId?: AttemptId;
  readonly certificateId?: CertificateId;
  readonly mail?: MailKind;
}

/** How work is stuck; not at all when it was done, or has not failed yet. */
export function stuckWork({ workId, input, status, createdAt, dueAt, tries, failure }: Work): Stuck | undefined {
  if (status === 'done' || (status === 'pending' && tries === 0)) return undefined;
  const { step = 'unknown', error, reason = 'unknown', at = status === 'parked' ? dueAt : undefined } = failure ?? {};
  const { learnerId, activityId } = input;
  return {
    ...{ id: workId, kind: 'work', step, reason, askedAt: createdAt, tries, learnerId, activityId },
    ...(error !== undefined && { error }),
    ...(at !== undefined && { at }),
    ...(input.door === 'grade' && { attemptId: input.attemptId }),
    ...(status === 'parked' ? { state: 'parked' } : { state: 'failing', nextTryAt: dueAt }),
  };
}

/** How a mail is stuck; not at all when it was sent, or has not failed yet. */
export function stuckMail(intent: MailIntent): Stuck | undefined {
  const { messageKey, kind: mail, status, createdAt, dueAt, tries, problem, learnerId, certificateId } = intent;
  const isFailing = status === 'queued' && problem !== undefined;
  if (status !== 'parked' && !isFailing) return undefined;
  return {
    ...{ id: messageKey, kind: 'mail', step: 'send-award-email', reason: problem ?? 'unknown' },
    ...{ askedAt: createdAt, tries, learnerId, mail },
    ...(certificateId !== undefined && { certificateId }),
    ...(isFailing ? { state: 'failing', nextTryAt: dueAt } : { state: 'parked', at: dueAt }),
  };
}
