import { epochMs, HOUR, type Instant, type LearnerId, later, MINUTE, type Sha256 } from './kinds.ts';

/**
 * Signing in by an e-mail code. The code is bound to the browser that asked for it, so a mail scanner that opens the
 * link, runs its script or posts its form holds nothing that signs in, and spends nothing (trust.md 2, "Sign-in").
 */
export interface Challenge {
  readonly email: string;
  /** Of the code and the browser's secret together: neither alone is worth anything. */
  readonly codeHash: Sha256;
  readonly expiresAt: Instant;
  readonly triesLeft: number;
  readonly spent: boolean;
  /** Whose address it is to become; absent where the code signs in. */
  readonly forLearner?: LearnerId;
}

export const CODE_LIFETIME_MS = 10 * MINUTE;
export const CODE_TRIES = 5;
/** So long a browser knows that it asked for a code: whoever is late is told that it has expired, and not that another window asked. */
export const ASKED_LIFETIME_MS = HOUR;
/** A session ends this long after sign-in, used or not. WCAG 2.2.1 exempts limits of more than 20 hours. */
export const SESSION_LIFETIME_MS = 30 * 24 * HOUR;

/** Staff sign in each working day. */
export const STAFF_SESSION_LIFETIME_MS = 12 * HOUR;
/** What is grave wants a passkey of the last minutes: long enough for a second try, too short for an unlocked desk. */
export const STEP_UP_LIFETIME_MS = 5 * MINUTE;

/** Whether staff proved their passkey lately enough for what is grave. */
export const provedLately = (verifiedAt: Instant | undefined, now: Instant): boolean =>
  verifiedAt !== undefined && now < later(verifiedAt, STEP_UP_LIFETIME_MS);

/** What may be asked for in a window of time, per key. Windows are fixed; a burst over their edge is at most double. */
export interface RateLimit {
  readonly scope: string;
  readonly limit: number;
  readonly windowMs: number;
}

/** Codes mailed to one address, asked for from one network address, and asked for at all. */
export const signInLimits = {
  email: { scope: 'sign-in-email', limit: 5, windowMs: 15 * MINUTE },
  network: { scope: 'sign-in-network', limit: 300, windowMs: 15 * MINUTE },
  everyone: { scope: 'sign-in-everyone', limit: 20_000, windowMs: 15 * MINUTE },
  /** Wrong or right codes entered from one network address. */
  tries: { scope: 'sign-in-tries', limit: 600, windowMs: 15 * MINUTE },
  staff: { scope: 'staff-sign-in', limit: 5, windowMs: 15 * MINUTE },
} as const satisfies Record<string, RateLimit>;

/** The start of the window that an instant lies in, and when it ends. */
export function windowOf({ windowMs }: RateLimit, now: Instant): { readonly start: number; readonly end: number } {
  const start = Math.floor(epochMs(now) / windowMs) * windowMs;
  return { start, end: start + windowMs };
}

/** A code as people type or paste it, with its line of the mail, back to how it was made: upper case, without hyphens and spaces. */
export const normalizeCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/^\s*CODE:/, '')
    .replace(/[^A-Z0-9]/g, '');

/** A code as it is mailed: `7KQ2-M9XA`. */
export const formatCode = (code: string): string => `${code.slice(0, 4)}-${code.slice(4)}`;

/** What an entered code comes to. `wrong` still counts a try. */
export function judgeCode(
  challenge: Challenge | undefined,
  codeHash: Sha256,
  now: Instant,
): 'right' | 'wrong' | 'expired' | 'used-up' | 'unknown' {
  if (!challenge) return 'unknown';
  if (challenge.spent || now >= challenge.expiresAt) return 'expired';
  if (challenge.triesLeft <= 0) return 'used-up';
  return challenge.codeHash === codeHash ? 'right' : 'wrong';
}

/** Where a deep link leads: an activity, a certificate, any page of one's account. Never a URL, so that no link can lead off the site. */
export const landingPattern =
  /^\/(?:a\/[a-z0-9-]{1,64}|c\/[a-z0-9]{26}|wallet|history|certificates|transcript|profile|privacy|help)?$/;
