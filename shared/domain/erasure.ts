import type { Certificate } from './certificate.ts';
import { DAY, epochMs, HOUR, type Instant, type LearnerId, later, MINUTE } from './kinds.ts';
import type { Participation } from './participation.ts';
import { type Refusal, refuse } from './refusal.ts';

/**
 * That an account is to be erased, and how far that is. `asked`: it waits out its days of grace, in which the learner may think
 * better of it. `closing`: the address is free again and nobody is signed in any more; what was under way ends. `done`: what is
 * left is what accreditors demand.
 */
export interface Erasure {
  readonly learnerId: LearnerId;
  readonly status: 'asked' | 'withdrawn' | 'closing' | 'done';
  readonly by: 'learner' | 'staff';
  readonly askedAt: Instant;
  /** When it goes on. */
  readonly dueAt: Instant;
  /** The mail that says so, which is the learner's way to object. */
  readonly messageKey: string;
  /** Why staff asked, in their words, until it is done. */
  readonly reason?: string;
  readonly waitsFor?: string;
  readonly doneAt?: Instant;
}

/** Time to think better of it, and to object where somebody else asked. */
const GRACE_MS = 7 * DAY;
/** Erasing takes a sign-in of the last minutes, by a code that was mailed then: an open browser alone erases nothing. */
const FRESH_MS = 15 * MINUTE;
/** Whatever was under way when the account was closed has ended by then: no function runs for longer than a minute. */
const CLOSING_MS = 2 * MINUTE;
const WAIT_MS = HOUR;
/** What the learner types, so that nobody erases an account by a slip. */
export const CONFIRMATION = 'ERASE';

/** Whether a session is of a sign-in that is fresh enough to erase by. */
export const isFresh = ({ startedAt }: { readonly startedAt: Instant }, now: Instant): boolean =>
  epochMs(now) - epochMs(startedAt) < FRESH_MS;

export const isOpen = (erasure: Erasure | undefined): erasure is Erasure =>
  erasure?.status === 'asked' || erasure?.status === 'closing';

/** What asking for an erasure comes to: one that waits, or the one that waits already. */
export function askErasure(
  before: Erasure | undefined,
  asked: {
    readonly learnerId: LearnerId;
    readonly by: Erasure['by'];
    readonly messageKey: string;
    readonly reason?: string;
  },
  now: Instant,
): Erasure {
  if (before && before.status !== 'withdrawn') return before;
  return { ...asked, status: 'asked', askedAt: now, dueAt: later(now, GRACE_MS) };
}

/** Why an erasure cannot be asked for in this way, or nothing when it can. */
export function checkErasure(
  confirmation: string,
  session: { readonly startedAt: Instant },
  now: Instant,
): Refusal | undefined {
  if (!isFresh(session, now))
    return refuse({
      code: 'sign-in-again',
      message:
        'You signed in a while ago. Erasing takes a new sign-in, so that nobody does it at a browser you left open.',
      remedy: 'Sign out, sign in with a new code, and erase your account within 15 minutes.',
    });
  return confirmation.trim().toUpperCase() === CONFIRMATION
    ? undefined
    : refuse({
        code: 'not-confirmed',
        message: `Type ${CONFIRMATION} to confirm.`,
        remedy: `Type the word ${CONFIRMATION}, then press the button again.`,
        field: '/confirmation',
      });
}

/** What taking an erasure back comes to: nothing where there is none that waits. */
export function withdrawErasure(before: Erasure | undefined): Erasure | Refusal | undefined {
  if (before?.status === 'closing' || before?.status === 'done')
    return refuse({
      code: 'erasure-begun',
      message: 'The erasure has begun and cannot be taken back.',
      remedy: 'You can make a new account with the same address.',
    });
  return before?.status === 'asked' ? { ...before, status: 'withdrawn' } : undefined;
}

/** That the account is closed and the rest follows when nothing is under way any more. */
export const closed = (erasure: Erasure, now: Instant): Erasure => {
  const { waitsFor: _, ...rest } = erasure;
  return { ...rest, status: 'closing', dueAt: later(now, CLOSING_MS) };
};

/** That nothing is left but what accreditors demand. */
export function done(erasure: Erasure, now: Instant): Erasure {
  const { waitsFor: _, reason: __, ...rest } = erasure;
  return { ...rest, status: 'done', doneAt: now };
}

/** That it waits for something to end, and looks again later. */
export const waiting = (erasure: Erasure, waitsFor: string, now: Instant): Erasure => ({
  ...erasure,
  waitsFor,
  dueAt: later(now, WAIT_MS),
});

/**
 * What must end before an account is erased: a submission is graded, and credit that was claimed is awarded and its certificate
 * issued, since both need what erasing takes away. What is parked for staff counts too, except a grading that never came.
 */
export function underWay(
  participations: readonly Participation[],
  certificates: readonly Pick<Certificate, 'status'>[],
): string | undefined {
  const waits = participations.find(
    ({ stage, parked }) => stage === 'claimed' || stage === 'awarded' || (stage === 'grading' && !parked),
  );
  if (waits) return `${waits.activityId} is ${waits.stage}`;
  const unissued = certificates.filter(({ status }) => status === 'issuing' || status === 'parked').length;
  return unissued > 0 ? `${unissued} certificates are not issued` : undefined;
}
