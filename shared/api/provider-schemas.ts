import * as z from 'zod/mini';
import { certificateStatuses } from '../domain/certificate.ts';
import { professions } from '../domain/learner.ts';
import { basis, civilDate, creditNames, creditType, email, hundredths, id, instant } from './fields.ts';

export const creditsQuery = z.object({
  /** The first instant of award that counts; everything where nothing is said. */
  since: z.optional(z.iso.datetime('Give an instant in UTC: 2026-03-09T00:00:00Z.')),
  /** What the page before called `next`. */
  cursor: z.optional(z.string().check(z.maxLength(6_000))),
});

/** Ids and facts of an award: who the learner is tells another scope. */
const award = {
  certificateId: id,
  learnerId: id,
  activityId: id,
  title: z.string(),
  awardedAt: instant,
  awardedOn: civilDate,
  credits: z.array(z.object({ creditType, names: z.optional(creditNames), amount: hundredths, basis })),
};
export const creditsPage = z.object({
  credits: z.array(z.object({ ...award, standing: z.enum(['valid', 'suspended', 'revoked']) })),
  next: z.optional(z.string()),
});

export const oneAward = z.object({
  ...award,
  certificateNumber: z.string(),
  activityVersion: z.int(),
  participatedOn: civilDate,
  standing: z.enum(certificateStatuses),
  issuedAt: z.optional(instant),
  /** Of the PDF. */
  sha256: z.optional(z.string()),
  replaces: z.optional(id),
  replacedBy: z.optional(id),
  revokedOn: z.optional(civilDate),
  suspendedOn: z.optional(civilDate),
  verifyUrl: z.string(),
});

export const activitiesOffered = z.object({
  activities: z.array(
    z.object({
      activityId: id,
      version: z.int(),
      title: z.string(),
      summary: z.string(),
      format: z.string(),
      providerName: z.string(),
      opensOn: civilDate,
      /** The last day on which it can be started. */
      closesOn: civilDate,
      zone: z.string(),
      withdrawnAt: z.optional(instant),
      credits: z.array(z.object({ creditType, name: z.string(), maximum: hundredths })),
    }),
  ),
});

/** In a body, because addresses of requests are kept in logs. */
export const learnerAsked = z.object({ email });
export const learnerFound = z.object({
  learnerId: id,
  /** This account and those that were merged into it: credits name the one that they were earned in. */
  accounts: z.array(id),
  email: z.string(),
  givenName: z.optional(z.string()),
  familyName: z.optional(z.string()),
  credentials: z.optional(z.string()),
  profession: z.optional(z.enum(professions)),
});
