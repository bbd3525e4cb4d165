import * as z from 'zod/mini';
import { anyChangeKinds } from '../../domain/any-change.ts';
import { LARGEST_BATCH } from '../../domain/batch.ts';
import { certificateStatuses } from '../../domain/certificate.ts';
import { changeKinds } from '../../domain/change.ts';
import { professions } from '../../domain/learner.ts';
import { basis, civilDate, creditNames, creditType, fileFormat, hundredths, id, instant } from '../fields.ts';

/** What stands in a key or an address: no `#`, and not endlessly long. */
const named = z.string().check(z.minLength(1), z.maxLength(254), z.regex(/^[^#]*$/));
const reason = z.string().check(z.maxLength(2_000));
const claim = z.object({ creditType, amount: hundredths });
const correction = z.object({
  name: z.optional(z.string().check(z.maxLength(200))),
  profession: z.optional(z.enum(professions)),
  participatedOn: z.optional(z.string().check(z.maxLength(10))),
  credits: z.optional(z.array(claim).check(z.maxLength(20))),
});

/** What is changed without a passkey of the last minutes; revoking has a route of its own. */
const gentleKinds = ['correct', 'reissue', 'suspend', 'restore'] as const;
export const changeRequest = z.object({
  kind: z.enum(gentleKinds),
  certificateId: named,
  reason,
  correction: z.optional(correction),
});
export const revocationRequest = z.object({ certificateId: named, reason });
export const rejection = z.object({ reason });

const onHand = { participatedOn: z.string().check(z.maxLength(10)), claims: z.array(claim).check(z.maxLength(20)) };
export const awardRequest = z.object({ learner: named, activityId: named, reason, ...onHand });
export const changeBatchRequest = z.object({
  of: z.enum(changeKinds),
  reason,
  items: z
    .array(z.object({ certificateId: named, correction: z.optional(correction) }))
    .check(z.maxLength(LARGEST_BATCH)),
});
export const awardBatchRequest = z.object({
  activityId: named,
  reason,
  items: z.array(z.object({ learner: named, ...onHand })).check(z.maxLength(LARGEST_BATCH)),
});
export const mergeRequest = z.object({ kind: z.enum(['merge', 'separate']), learnerId: named, into: named, reason });
/** Accounts may be named by their addresses. */
export const mergeAsked = z.object({ learnerId: z.optional(named), into: z.optional(named) });
export const attemptsRequest = z.object({
  ...{ learnerId: named, activityId: named, assessmentId: named, reason },
  more: z.int().check(z.minimum(1), z.maximum(100)),
});
const cursor = z.optional(z.string().check(z.maxLength(2_000)));
export const decidedQuery = z.object({
  year: z.optional(z.string().check(z.regex(/^2\d{3}$/))),
  cursor,
});
export const waitingQuery = z.object({ cursor });
export const waitingFileQuery = z.extend(waitingQuery, { format: fileFormat });
export const decidedFileQuery = z.extend(decidedQuery, { format: fileFormat });
export const awardOffersAsked = z.object({ learner: z.optional(named), activityId: z.optional(named) });

/** Whoever asked or decided: the account, and the name that stands beside it. */
const person = z.object({ by: z.string(), name: z.string() });
const reasons = z.array(
  z.object({ code: z.string(), message: z.string(), remedy: z.string(), field: z.optional(z.string()) }),
);

/** A fact before and after a change, in words. */
const difference = z.object({ what: z.string(), before: z.string(), after: z.string() });

const decision = {
  reason: z.string(),
  proposed: person,
  proposedAt: instant,
  decided: z.optional(person),
  decidedAt: z.optional(instant),
  rejectedBecause: z.optional(z.string()),
  takesTwo: z.boolean(),
  /** Whether who asks may approve it: it waits, and it is not their own. */
  mayApprove: z.boolean(),
};

export const change = z.object({
  changeId: id,
  kind: z.enum(anyChangeKinds),
  status: z.enum(['proposed', 'done', 'rejected']),
  ...decision,
  /** Whom and what it is about, in words: a name, a title. */
  who: z.string(),
  what: z.string(),
  differences: z.array(difference),
  certificateId: z.optional(id),
  replacement: z.optional(id),
  learnerId: z.optional(id),
  into: z.optional(id),
  activityId: z.optional(id),
  batchId: z.optional(id),
});

const progress = z.object({ waiting: z.int(), done: z.int(), refused: z.int() });
export const batch = z.object({
  batchId: id,
  of: z.enum([...changeKinds, 'award']),
  status: z.enum(['proposed', 'running', 'done', 'rejected']),
  ...decision,
  items: z.int(),
  activityId: z.optional(id),
  what: z.string(),
  doneAt: z.optional(instant),
});
export const batchWithItems = z.object({
  batch,
  progress,
  items: z.array(
    z.object({
      number: z.int(),
      status: z.enum(['waiting', 'done', 'refused']),
      /** What it is of: a certificate, or a learner. */
      certificateId: z.optional(id),
      learnerId: z.optional(id),
      correction: z.optional(correction),
      participatedOn: z.optional(civilDate),
      claims: z.optional(z.array(claim)),
      reasons: z.optional(reasons),
      changeId: z.optional(id),
      replacement: z.optional(id),
    }),
  ),
});

export const asked = z.object({ outcome: z.enum(['proposed', 'done']), change });
export const decidedOn = z.object({ outcome: z.enum(['done', 'rejected']), change });
export const waitingList = z.object({
  changes: z.array(change),
  batches: z.array(batch),
  next: z.optional(z.string()),
});
export const decidedList = z.object({
  year: z.int(),
  decided: z.array(z.object({ at: instant, change: z.optional(change), batch: z.optional(batch) })),
  next: z.optional(z.string()),
});

const offer = z.object({
  creditType,
  names: creditNames,
  maximum: hundredths,
  step: hundredths,
  whole: z.boolean(),
  basis,
});
export const certificateToChange = z.object({
  ...{ certificateId: id, number: z.string(), status: z.enum(certificateStatuses), version: z.int() },
  ...{ learnerId: id, name: z.string(), profession: z.enum(professions), title: z.string(), activityId: id },
  ...{ participatedOn: civilDate, awardedOn: civilDate },
  credits: z.array(z.object({ creditType, names: creditNames, basis, amount: hundredths, maximum: hundredths })),
  offers: z.array(offer),
  replacedBy: z.optional(id),
  /** Since when its holder keeps its verification page off. */
  pageOffSince: z.optional(instant),
  /** What was done to it, newest first. */
  changes: z.array(change),
});

const account = z.object({
  learnerId: id,
  name: z.optional(z.string()),
  emails: z.array(z.string()),
  createdAt: instant,
  credits: z.int(),
  courses: z.int(),
  mergedInto: z.optional(id),
});
export const mergePreview = z.object({
  from: account,
  into: account,
  /** What is closed of the account that goes. */
  sessions: z.int(),
  links: z.int(),
  /** Everything that speaks against it; none when it can be asked for. */
  reasons,
});
export const awardOffers = z.object({
  ...{ learnerId: id, name: z.string(), profession: z.enum(professions), email: z.string() },
  ...{ activityId: id, title: z.string(), opensOn: civilDate, closesOn: civilDate, heldOn: z.optional(civilDate) },
  offers: z.array(offer),
  /** Everything that speaks against an award already. */
  reasons,
});
export const mailQueued = z.object({ status: z.literal('queued'), to: z.string() });
export const addressRequest = z.object({
  email: z
    .string()
    .check(z.trim(), z.maxLength(254), z.email({ error: 'Enter an e-mail address, like name@example.org.' })),
  reason,
});
/** How many browsers were signed out. */
export const sessionsEnded = z.object({ ended: z.int() });
export const addressAdded = z.object({ emails: z.array(z.string()) });
