/** The shapes of what a learner decides about their own data. */
import * as z from 'zod/mini';
import { purposes } from '../domain/consent.ts';
import { instant } from './fields.ts';

const consent = z.object({
  purpose: z.enum(purposes),
  wording: z.int(),
  title: z.string(),
  text: z.string(),
  given: z.boolean(),
  /** The latest decision first. */
  history: z.array(
    z.object({
      decision: z.enum(['given', 'withdrawn']),
      wording: z.int(),
      at: instant,
      by: z.enum(['learner', 'staff']),
    }),
  ),
});
export const erasure = z.object({
  status: z.enum(['none', 'asked']),
  askedAt: z.optional(instant),
  /** From when on it is carried out. */
  dueAt: z.optional(instant),
  by: z.optional(z.enum(['learner', 'staff'])),
});
export const erasureRequest = z.object({ confirmation: z.string().check(z.maxLength(100)) });
export const privacy = z.object({
  kept: z.array(z.object({ what: z.string(), why: z.string(), until: z.string() })),
  consents: z.array(consent),
  erasure,
  /** Where they are signed in, the latest first. */
  sessions: z.array(
    z.object({
      sessionId: z.string(),
      startedAt: instant,
      /** `Firefox on Windows`; absent where it is not known. */
      device: z.optional(z.string()),
      /** Whether it is the browser that asks. */
      isThis: z.boolean(),
    }),
  ),
  /** Whether the account can be erased, and other browsers signed out, without signing in again. */
  signInIsFresh: z.boolean(),
  /** Who answers questions about it. */
  contact: z.string(),
});
/** Which session is to be ended, or all but the one that asks. */
export const sessionsRequest = z.union([
  z.object({ sessionId: z.string().check(z.maxLength(100)) }),
  z.object({ others: z.literal(true) }),
]);
export const sessionsEnded = z.object({ ended: z.int() });
export const consentRequest = z.object({
  given: z.boolean(),
  /** The wording that was shown. */
  wording: z.int().check(z.minimum(1)),
});
export const consentDecided = consent;
