/** The shapes of what a learner has earned, and of its certificates. */
import * as z from 'zod/mini';
import { certificateStatuses } from '../domain/certificate.ts';
import { basis, civilDate, creditNames, creditType, hundredths, id, instant } from './fields.ts';
import { boardReport, mocPoints, mocTotal } from './moc-schemas.ts';

export const wallet = z.object({
  credits: z.array(
    z.object({
      creditType,
      name: z.string(),
      names: creditNames,
      amount: hundredths,
      basis,
      awardedOn: civilDate,
      activityId: id,
      certificateId: id,
      title: z.string(),
      /** Absent while it counts; what is suspended or revoked is in no total. */
      standing: z.optional(z.enum(['suspended', 'revoked'])),
    }),
  ),
  totals: z.array(z.object({ creditType, name: z.string(), year: z.int(), amount: hundredths })),
  /** Points of boards by year: beside the credit, and never summed with it. */
  moc: z.array(mocTotal),
});
export const certificate = z.object({
  certificateId: id,
  number: z.string(),
  version: z.int(),
  status: z.enum(certificateStatuses),
  heading: z.string(),
  name: z.string(),
  activityId: id,
  title: z.string(),
  format: z.string(),
  location: z.optional(z.string()),
  providerName: z.string(),
  jointProvider: z.optional(z.string()),
  signatories: z.array(z.object({ name: z.string(), title: z.string() })),
  contact: z.string(),
  participatedOn: civilDate,
  awardedOn: civilDate,
  issuedAt: z.optional(instant),
  credits: z.array(
    z.object({
      creditType,
      name: z.string(),
      names: creditNames,
      amount: hundredths,
      basis,
      maximum: hundredths,
      activityNumber: z.optional(z.string()),
      /** As the certificate words it. */
      sentence: z.string(),
    }),
  ),
  moc: z.optional(z.array(mocPoints)),
  boardReports: z.optional(z.array(boardReport)),
  statements: z.array(z.string()),
  sha256: z.optional(z.string()),
  verifyUrl: z.string(),
  /** The certificate as paper: an HTML `<article>` without script, safe to put into a page; its styles are the page's. */
  sheet: z.string(),
  /** The colours of the sheet, `#rrggbb` each. */
  colors: z.object({
    ...{ paper: z.string(), ink: z.string(), quiet: z.string() },
    ...{ accent: z.string(), engraving: z.string(), hairline: z.string() },
  }),
  /** LinkedIn's form for a certification, filled in. */
  linkedInUrl: z.string(),
  replacedBy: z.optional(id),
  revokedOn: z.optional(civilDate),
  suspendedOn: z.optional(civilDate),
  /** Since when its holder keeps the page at `verifyUrl` off. */
  pageOffSince: z.optional(instant),
  /** Where the award e-mail stands; the address is masked. */
  mail: z.optional(
    z.object({
      status: z.enum(['queued', 'sent', 'bounced', 'complained', 'parked']),
      to: z.string(),
      sentAt: z.optional(instant),
    }),
  ),
});
export const verificationPageRequest = z.object({ on: z.boolean() });
export const verificationPage = z.object({ on: z.boolean(), offSince: z.optional(instant) });
export const mailQueued = z.object({ status: z.literal('queued'), to: z.string() });
