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
  /** Whether the account can be erased without signing in again. */
  signInIsFresh: z.boolean(),
  /** Who answers questions about it. */
  contact: z.string(),
});
export const consentRequest = z.object({
  given: z.boolean(),
  /** The wording that was shown. */
  wording: z.int().check(z.minimum(1)),
});
export const consentDecided = consent;
