/**
 * What the authoring of activities sends and answers. A draft is the document of an activity file (docs/samples.md) in parts
 * (`shared/authoring/draft-parts.ts`); its fields may hold anything while it is written, and the checklist says what is wrong.
 */
import * as z from 'zod/mini';
import { assessmentPartPattern, MOST_ASSESSMENTS, questionPartPattern } from '../../authoring/draft-parts.ts';
import { MOST_QUESTIONS } from '../../domain/assessment.ts';
import { activityStates } from '../../domain/authored.ts';
import { idPattern, isCivilDate } from '../../domain/kinds.ts';
import { professions } from '../../domain/learner.ts';
import { themeColors } from '../../domain/theme.ts';
import { civilDate, fileFormat, id, instant } from '../fields.ts';
import { activity, attemptQuestion, evaluationQuestion } from '../schemas.ts';

const fields = z.record(z.string(), z.unknown());
const activityId = z
  .string()
  .check(z.regex(idPattern, { error: 'Write lower-case letters, digits and hyphens, at most 64 of them.' }));
/** What staff say of why. It stands in the audit trail. */
const reason = z
  .string({ error: 'Say why, in a sentence.' })
  .check(z.trim(), z.minLength(3, { error: 'Say why, in a sentence.' }), z.maxLength(500));

// --- The list --------------------------------------------------------------------------------------------------------

export const authoredQuery = z.object({
  /** `changed`: with something that is not published yet. */
  state: z.optional(z.enum([...activityStates, 'changed'])),
  /** Words of the title, or of the id. */
  q: z.optional(z.string().check(z.maxLength(200))),
});
export const authoredFileQuery = z.extend(authoredQuery, { format: fileFormat });
const authoredActivity = z.object({
  activityId: id,
  title: z.string(),
  state: z.enum(activityStates),
  /** The published version; absent before the first. */
  version: z.optional(z.int()),
  publishedAt: z.optional(instant),
  opensOn: z.optional(civilDate),
  /** The day that counts: the version's, or an earlier one that staff set. */
  closesOn: z.optional(civilDate),
  /** Whether there is a draft, and whether it says something that is not published. */
  hasDraft: z.boolean(),
  unpublished: z.boolean(),
  changedAt: z.optional(instant),
  changedBy: z.optional(z.string()),
  withdrawnBecause: z.optional(z.string()),
});
export const authoredList = z.object({
  activities: z.array(authoredActivity),
  /** How many there are in each state, whatever was asked for. */
  counts: z.record(z.string(), z.int()),
});

// --- Drafts ----------------------------------------------------------------------------------------------------------

/** From nothing but a title; or as a copy of another activity's published version. */
export const newDraft = z.object({
  activityId,
  title: z.optional(z.string().check(z.maxLength(500))),
  copyOf: z.optional(z.object({ activityId: z.string().check(z.maxLength(64)), version: z.optional(z.int()) })),
});
/** `rev` is the ETag of the part, in quotation marks: `"3"`. A part that is not there yet has `"0"`. */
const part = z.object({ rev: z.int(), content: fields, savedAt: z.optional(instant), savedBy: z.optional(z.string()) });
export const draftPart = z.extend(part, { part: z.string() });
export const draft = z.object({ activity: authoredActivity, parts: z.record(z.string(), part) });
export const savePart = z.object({ content: fields });
export const partSaved = z.object({ part: z.string(), rev: z.int(), savedAt: instant });
/** The content of the part `outline`, which is held to its form: the others may hold anything. */
export const outlineContent = z.object({
  assessments: z
    .array(
      z.object({
        part: z.string().check(z.regex(assessmentPartPattern)),
        questions: z.array(z.string().check(z.regex(questionPartPattern))).check(z.maxLength(MOST_QUESTIONS)),
      }),
    )
    .check(z.maxLength(MOST_ASSESSMENTS)),
});
/** Throws away what the draft says, and begins again from a published version. */
export const draftFrom = z.object({ version: z.int() });

/** One thing that keeps the draft from being published, or that might be better, with the field that it is about. */
const gap = z.object({
  severity: z.enum(['refuses', 'advises']),
  message: z.string(),
  remedy: z.string(),
  rule: z.string(),
  source: z.string(),
  /** In the document of the activity, or of the provider: `/assessments/0/questions/2/options`. */
  pointer: z.string(),
  /** The part of the draft, and the pointer within its content. Absent for a provider's. */
  part: z.optional(z.string()),
  within: z.optional(z.string()),
  /** The provider whose settings the field is of. */
  provider: z.optional(z.string()),
});
export const checklist = z.object({
  ready: z.boolean(),
  gaps: z.array(gap),
  /** The version that stands, where the draft says nothing otherwise: publishing would change nothing. */
  unchanged: z.optional(z.int()),
});
export const publishedDraft = z.object({ outcome: z.enum(['published', 'unchanged']), version: z.int() });

// --- Versions, withdrawal, closing -----------------------------------------------------------------------------------

export const because = z.object({ reason });
export const closing = z.object({
  reason,
  closesOn: z.string().check(z.refine(isCivilDate, { error: 'Write a day, like 2026-01-15.' })),
});
export const standing = authoredActivity;
const publication = z.object({
  version: z.int(),
  title: z.string(),
  publishedAt: instant,
  publishedBy: z.string(),
  opensOn: civilDate,
  closesOn: civilDate,
});
export const versionList = z.object({ versions: z.array(publication) });
/** In the parts of a draft, so that the screens that edit one can show it. */
export const version = z.object({
  version: z.int(),
  publishedAt: instant,
  publishedBy: z.optional(z.string()),
  parts: z.record(z.string(), part),
});

// --- Previews --------------------------------------------------------------------------------------------------------

/** The activity as a learner would see it, its questions as one attempt would ask them, and its evaluation. */
export const learnerPreview = z.object({
  activity,
  assessments: z.array(z.object({ assessmentId: id, title: z.string(), questions: z.array(attemptQuestion) })),
  evaluation: z.array(evaluationQuestion),
});
export const certificateAsked = z.object({
  profession: z.optional(z.enum(professions)),
  name: z.optional(z.string().check(z.maxLength(200))),
});
/** The sheet as the learner site shows it: HTML of classes, and the theme's colours to set as custom properties. */
export const certificatePreview = z.object({
  sheet: z.string(),
  colors: z.record(z.enum(themeColors), z.string()),
});

// --- Providers and evaluation sets -----------------------------------------------------------------------------------

/** The fields of `provider:` in an activity file; drawings by the names that `theme` calls them by. */
export const provider = z.object({
  providerId: id,
  rev: z.int(),
  fields,
  drawings: z.record(z.string(), z.object({ rev: z.int(), svg: z.string() })),
  savedAt: z.optional(instant),
  savedBy: z.optional(z.string()),
});
export const providerList = z.object({
  providers: z.array(z.object({ providerId: id, name: z.string(), savedAt: instant, savedBy: z.string() })),
});
export const providerFields = z.object({ fields });
export const drawing = z.object({ svg: z.string().check(z.maxLength(200_000)) });
export const revised = z.object({ rev: z.int(), savedAt: instant });

/** Questions of an evaluation under a name, to be put into drafts as copies: each as `evaluation:` of an activity file has it. */
const evaluationSet = z.object({
  setId: id,
  rev: z.int(),
  name: z.string(),
  /** What it is for; of those that come with the software. */
  about: z.optional(z.string()),
  questions: z.array(fields),
  /** Absent for a set that comes with the software and was not changed here; its `rev` is 0. */
  savedAt: z.optional(instant),
  savedBy: z.optional(z.string()),
});
export const evaluationSets = z.object({ sets: z.array(evaluationSet) });
export const saveEvaluationSet = z.object({
  name: z.string().check(z.trim(), z.minLength(1, { error: 'Give the set a name.' }), z.maxLength(200)),
  questions: z.array(fields).check(z.maxLength(200)),
});
