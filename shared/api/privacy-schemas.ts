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
export const privacy = z.object({
  kept: z.array(z.object({ what: z.string(), why: z.string(), until: z.string() })),
  consents: z.array(consent),
  /** Who answers questions about it. */
  contact: z.string(),
});
export const consentRequest = z.object({
  given: z.boolean(),
  /** The wording that was shown. */
  wording: z.int().check(z.minimum(1)),
});
export const consentDecided = consent;
