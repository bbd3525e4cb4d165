/** The shapes of transcripts and of the links by which they are shared. */
import * as z from 'zod/mini';
import { shareDays } from '../domain/share.ts';
import { basis, civilDate, creditType, hundredths, id, instant } from './fields.ts';

const short = z.optional(z.string().check(z.maxLength(1_000, { error: 'Say less here.' })));
/** What a transcript is asked for: days of participation, both included, and ids of kinds of credit parted by commas. */
export const transcriptQuery = z.object({ from: short, to: short, types: short });

const scope = z.object({ from: civilDate, to: civilDate, types: z.optional(z.array(creditType)) });
const total = { creditType, name: z.string(), amount: hundredths };
export const transcript = z.object({
  /** As on certificates now. */
  name: z.string(),
  madeAt: instant,
  scope,
  lines: z.array(
    z.object({
      /** As the certificate prints it. */
      name: z.string(),
      participatedOn: civilDate,
      awardedOn: civilDate,
      title: z.string(),
      /** In words: `enduring material`. */
      format: z.string(),
      provider: z.string(),
      jointProvider: z.optional(z.string()),
      creditType,
      creditName: z.string(),
      basis,
      amount: hundredths,
      /** What it adds to the totals. */
      counted: hundredths,
      number: z.string(),
      certificateId: id,
      /** Absent while the holder keeps the verification page off. */
      verifyUrl: z.optional(z.string()),
      standing: z.enum(['valid', 'replaced', 'suspended', 'revoked']),
    }),
  ),
  totals: z.array(z.object(total)),
  years: z.array(z.object({ year: z.int(), ...total })),
});

const days = `Choose a number of days from ${shareDays.least} to ${shareDays.most}.`;
export const shareRequest = z.object({
  from: short,
  to: short,
  types: short,
  expiresInDays: z
    .int({ error: days })
    .check(z.minimum(shareDays.least, { error: days }), z.maximum(shareDays.most, { error: days })),
});
const share = z.object({
  shareId: id,
  scope,
  madeAt: instant,
  expiresAt: instant,
  withdrawnAt: z.optional(instant),
  standing: z.enum(['open', 'expired', 'withdrawn']),
});
export const shareMade = z.extend(share, {
  /** The link. It is told this once. */
  url: z.string(),
});
export const shareWithdrawn = share;
export const shareList = z.object({ shares: z.array(share) });
