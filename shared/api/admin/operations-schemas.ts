import * as z from 'zod/mini';
import { isCivilDate } from '../../domain/kinds.ts';
import { settledMail } from '../../domain/work.ts';
import { fileFormat as format, id, idInKey, instant } from '../fields.ts';

/** Opaque; where to go on after a page. */
const cursor = z.optional(z.string().check(z.maxLength(1_500)));
const day = z.string().check(z.refine(isCivilDate, 'Give a day as 2026-03-09.'));

// --- Work that does not go on ----------------------------------------------------------------------------------------

export const stuckQuery = z.object({
  /** `parked` waits for staff; `failing` is tried again, later and later. */
  state: z._default(z.enum(['parked', 'failing']), 'parked'),
  kind: z._default(z.enum(['work', 'mail', 'webhook']), 'work'),
  cursor,
});
export const stuckFileQuery = z.extend(stuckQuery, { format });

const stuck = z.object({
  id,
  kind: z.enum(['work', 'mail', 'webhook']),
  state: z.enum(['parked', 'failing']),
  step: z.string(),
  error: z.optional(z.string()),
  reason: z.string(),
  at: z.optional(instant),
  askedAt: instant,
  nextTryAt: z.optional(instant),
  tries: z.int(),
  /** What it was given. Ids alone say whom and what it is about. */
  input: z.record(z.string(), z.string()),
});
export const stuckPage = z.object({ items: z.array(stuck), next: z.optional(z.string()) });

/** So many are taken up with one request; whoever wants more asks again. */
const MOST_AT_ONCE = 25;
export const redriveRequest = z.object({
  ids: z
    .array(idInKey)
    .check(z.minLength(1, 'Name what to take up.'), z.maxLength(MOST_AT_ONCE, `Name at most ${MOST_AT_ONCE}.`)),
});
export const redriven = z.object({
  outcomes: z.array(z.object({ id, outcome: z.enum(['redriven', 'not-found', 'not-parked']) })),
});

// --- Mail ------------------------------------------------------------------------------------------------------------

export const mailQuery = z.object({
  status: z._default(z.enum(['queued', 'parked', ...settledMail]), 'sent'),
  cursor,
});
export const mailFileQuery = z.extend(mailQuery, { format });
const mailIntent = z.object({
  messageKey: id,
  kind: z.string(),
  /** `leased`: it is being handed over. */
  status: z.enum(['queued', 'leased', 'parked', ...settledMail]),
  learnerId: id,
  certificateId: z.optional(id),
  createdAt: instant,
  sentAt: z.optional(instant),
  /** When it is tried again, of what waits. */
  nextTryAt: z.optional(instant),
  tries: z.int(),
  problem: z.optional(z.string()),
});
export const mailPage = z.object({ mail: z.array(mailIntent), next: z.optional(z.string()) });
export const mailAgain = z.object({ messageKey: idInKey });

// --- The audit trail -------------------------------------------------------------------------------------------------

const filter = {
  /** An id of staff or of a learner, or the part of the system that did it. */
  by: z.optional(z.string().check(z.maxLength(128))),
  type: z.optional(z.string().check(z.maxLength(64))),
  /** An id that the entry names. */
  about: z.optional(z.string().check(z.maxLength(128))),
};
export const auditAsked = z.object({ ...filter, day: z.optional(day), cursor });
export const auditFileAsked = z.object({ ...filter, from: day, until: day, format, cursor });

const auditEntry = z.object({
  at: instant,
  by: z.string(),
  /** Who it is, where they are staff; else as `by`. */
  name: z.string(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
});
export const auditPage = z.object({
  /** In UTC. */
  day: z.string(),
  entries: z.array(auditEntry),
  /** The day was looked through back to here; absent when it was to its beginning. */
  readBackTo: z.optional(instant),
  next: z.optional(z.string()),
  /** Whom entries can be looked for by. */
  staff: z.array(z.object({ staffId: id, name: z.string() })),
});

// --- Health ----------------------------------------------------------------------------------------------------------

const healthState = z.enum(['well', 'look', 'ill']);
export const systemHealth = z.object({
  state: healthState,
  at: instant,
  commit: z.string(),
  node: z.string(),
  findings: z.array(
    z.object({
      part: z.string(),
      state: healthState,
      says: z.string(),
      remedy: z.optional(z.string()),
      runbook: z.optional(z.string()),
    }),
  ),
});
