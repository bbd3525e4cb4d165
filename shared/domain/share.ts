import type { Instant, LearnerId, Sha256 } from './kinds.ts';
import { DAY, later } from './kinds.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { TranscriptScope } from './transcript.ts';

/**
 * A link by which whoever has it reads a part of a learner's transcript, until it expires or is withdrawn. Its token is kept
 * as a hash alone, so that nobody who reads the records can open it; for a day it also stands in the answer that is kept for
 * a repeat of the request that made it.
 */
export interface Share {
  readonly shareId: string;
  readonly learnerId: LearnerId;
  readonly tokenHash: Sha256;
  readonly scope: TranscriptScope;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  readonly withdrawnAt?: Instant;
}

/** For how long a link may work, in days. */
export const shareDays = { least: 1, most: 365 } as const;
/** More links than anybody keeps an eye on. */
export const MOST_OPEN_SHARES = 20;

export type ShareStanding = 'open' | 'expired' | 'withdrawn';

/** How a link stands at an instant. What was withdrawn says so also when it would have expired since. */
export const shareStanding = ({ withdrawnAt, expiresAt }: Share, now: Instant): ShareStanding =>
  withdrawnAt !== undefined ? 'withdrawn' : now < expiresAt ? 'open' : 'expired';

/** Until when a link works that is made now. */
export const shareEnd = (now: Instant, days: number): Instant => later(now, days * DAY);

/** Says why no further link can be made, or nothing when it can. */
export function checkShares(shares: readonly Share[], now: Instant): Refusal | undefined {
  const open = shares.filter((share) => shareStanding(share, now) === 'open').length;
  return open < MOST_OPEN_SHARES
    ? undefined
    : refuse({
        code: 'too-many-shares',
        message: `${open} links to your transcript are open.`,
        remedy: 'Withdraw one that is not needed any more, then share again.',
      });
}
