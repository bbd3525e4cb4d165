import * as z from 'zod/mini';
import { directoryOrders } from '../../domain/directory.ts';
import { professions } from '../../domain/learner.ts';
import { boardIds } from '../../domain/moc-boards.ts';
import { stages } from '../../domain/participation.ts';
import { timelineKinds } from '../../domain/timeline.ts';
import {
  basis,
  civilDate,
  creditNames,
  creditType,
  fileFormat as format,
  hundredths,
  id,
  instant,
  percent,
} from '../fields.ts';
import { listCursor as cursor, filterDay as day, filterText as text } from './filters.ts';

/** Where a list goes on. */
const next = z.optional(z.string());
const standing = z.optional(z.enum(['suspended', 'revoked']));

const learnerRow = z.object({
  learnerId: id,
  email: z.string(),
  createdAt: instant,
  givenName: z.optional(z.string()),
  familyName: z.optional(z.string()),
  credentials: z.optional(z.string()),
  profession: z.optional(z.enum(professions)),
});

/** In bodies: a search is somebody's name or address, and so is the place where a list by name goes on. */
export const learnersAsked = z.object({
  /** The beginning of a name or an address; a whole learner’s or certificate’s id. */
  search: text,
  order: z.optional(z.enum(directoryOrders)),
  cursor,
});
export const learnerList = z.object({
  learners: z.array(learnerRow),
  next,
  /** Whether a search found more than is shown: more of the name finds fewer. */
  more: z.optional(z.boolean()),
});
export const learnersFileAsked = z.object({ format, order: z.optional(z.enum(directoryOrders)), cursor });

const creditRow = z.object({
  learnerId: id,
  name: z.string(),
  activityId: id,
  title: z.string(),
  certificateId: id,
  awardedAt: instant,
  awardedOn: civilDate,
  credits: z.array(z.object({ creditType, names: z.optional(creditNames), amount: hundredths, basis })),
  /** Points of certifying boards that it qualifies for. */
  moc: z.optional(z.array(z.object({ board: z.enum(boardIds), creditType, points: hundredths }))),
  standing,
});
const creditFilters = { from: day, until: day, activityId: text, creditType: text };
export const creditQuery = z.object({ ...creditFilters, standing: text, cursor });
export const creditList = z.object({ credits: z.array(creditRow), next });
export const creditFileQuery = z.object({ ...creditFilters, standing: text, format, cursor });

const completionRow = z.object({
  learnerId: id,
  /** Absent where the account was erased, or has no name yet. */
  name: z.optional(z.string()),
  email: z.optional(z.string()),
  stage: z.enum(stages),
  score: z.optional(percent),
  attempts: z.int(),
  startedAt: instant,
  at: instant,
  completedOn: z.optional(civilDate),
  claims: z.optional(z.array(z.object({ creditType, amount: hundredths }))),
  certificateId: z.optional(id),
  parked: z.boolean(),
});
const completionFilters = { from: day, until: day, stage: text };
export const completionQuery = z.object({ ...completionFilters, cursor });
export const completionList = z.object({ completions: z.array(completionRow), next });
export const completionFileQuery = z.object({ ...completionFilters, format, cursor });

const course = z.object({
  activityId: id,
  title: z.string(),
  stage: z.enum(stages),
  startedAt: instant,
  score: z.optional(percent),
  attempts: z.int(),
  completedOn: z.optional(civilDate),
  certificateId: z.optional(id),
  /** Whether there is credit, and why or why not in one sentence. */
  answer: z.enum(['credit', 'not-yet', 'attention']),
  sentence: z.string(),
  /** Whether more attempts, which staff can give, would be of use. */
  moreAttempts: z.boolean(),
});
const timelineEvent = z.object({
  at: instant,
  kind: z.enum(timelineKinds),
  text: z.string(),
  reason: z.optional(z.string()),
  /** The name of the staff who did it. */
  by: z.optional(z.string()),
  tone: z.enum(['plain', 'good', 'bad', 'wait']),
  activityId: z.optional(id),
  title: z.optional(z.string()),
  certificateId: z.optional(id),
});
const learnerMail = z.object({
  messageKey: z.string(),
  at: instant,
  certificateId: z.optional(id),
  text: z.string(),
  tone: z.enum(['plain', 'good', 'bad', 'wait']),
  reason: z.optional(z.string()),
});
export const learnerDetail = z.object({
  ...learnerRow.shape,
  erasedAt: z.optional(instant),
  otherEmails: z.optional(z.array(z.string())),
  /** The account that this one was merged into. */
  mergedInto: z.optional(id),
  courses: z.array(course),
  credits: z.array(creditRow),
  mails: z.array(learnerMail),
  timeline: z.array(timelineEvent),
});
