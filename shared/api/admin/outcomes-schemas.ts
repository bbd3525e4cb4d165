import * as z from 'zod/mini';

import { assessmentKinds, questionKinds } from '../../domain/assessment.ts';
import { changeAspects, evaluationKinds } from '../../domain/evaluation.ts';
import { civilDate, fileFormat, id, instant, percent } from '../fields.ts';

const month = z
  .string()
  .check(z.regex(/^[12]\d{3}-(0[1-9]|1[0-2])$/, 'Write a month as year and number, like 2026-03.'));
const versionNumber = z.string().check(z.regex(/^[1-9]\d{0,5}$/, 'Write the number of a version.'));

const narrowing = {
  /** Absent: all of them. */
  version: z.optional(versionNumber),
  /** First and last month, both inclusive. */
  from: z.optional(month),
  to: z.optional(month),
};
/** Which of an activity's outcomes. */
export const outcomesQuery = z.object(narrowing);

export const outcomeTables = ['summary', 'questions', 'attempts', 'evaluation', 'change'] as const;
export const outcomesFileQuery = z.object({
  ...narrowing,
  format: fileFormat,
  /** Which of the tables. */
  table: z.optional(z.enum(outcomeTables)),
});

const texts = {
  ...narrowing,
  /** Words that somebody wrote. */
  contains: z.optional(z.string().check(z.maxLength(200))),
};
export const textsAsked = z.object({ ...texts, cursor: z.optional(z.string().check(z.regex(/^\d{1,9}$/))) });
export const textsFileAsked = z.object({ ...texts, format: fileFormat });

export const outcomesList = z.object({
  activities: z.array(
    z.object({ activityId: id, title: z.string(), version: z.int(), opensOn: civilDate, closesOn: civilDate }),
  ),
});

const count = z.int();
const versions = z.array(z.int());
const chosen = z.record(z.string(), count);
const spread = { learners: count, low: z.number(), median: z.number(), high: z.number() };
const bars = z.array(z.object({ least: z.number(), greatest: z.optional(z.number()), learners: count }));
const option = z.object({ optionId: id, text: z.string() });

const assessment = z.object({
  assessmentId: id,
  title: z.string(),
  kind: z.enum(assessmentKinds),
  passMark: percent,
  versions,
  attempts: z.array(z.object({ number: z.int(), learners: count, passed: count })),
  time: z.optional(z.object({ ...spread, bars })),
  scores: z.optional(
    z.object({ ...spread, mean: z.number(), deviation: z.number(), bars, reliability: z.optional(z.number()) }),
  ),
  items: z.array(
    z.object({
      questionId: id,
      text: z.string(),
      kind: z.enum(questionKinds),
      options: z.array(z.object({ optionId: id, text: z.string(), right: z.boolean() })),
      figures: z.optional(
        z.object({
          learners: count,
          right: count,
          discrimination: z.optional(z.number()),
          upperLower: z.optional(z.number()),
          chosen,
        }),
      ),
    }),
  ),
});

const aspect = z.optional(z.enum(changeAspects));
const question = z.object({
  questionId: id,
  text: z.string(),
  kind: z.enum(evaluationKinds),
  group: z.optional(z.string()),
  analyzesChange: aspect,
  versions,
  options: z.array(option),
  figures: z.optional(
    z.object({ learners: count, chosen, mean: z.optional(z.number()), median: z.optional(z.number()) }),
  ),
  texts: z.optional(count),
});

const change = z.object({
  pair: z.string(),
  before: z.string(),
  after: z.string(),
  analyzesChange: aspect,
  versions,
  scale: z.array(z.string()),
  figures: z.optional(
    z.object({
      ...{ learners: count, before: z.number(), after: z.number(), higher: count, same: count, lower: count },
      steps: z.array(z.object({ by: z.int(), learners: count })),
    }),
  ),
});

/** What an activity's outcomes are. A figure that is absent is of fewer than five learners. */
export const outcomes = z.object({
  activityId: id,
  title: z.string(),
  /** Newest first. */
  versions: z.array(z.object({ version: z.int(), publishedAt: instant })),
  /** The day on which reading ended, where more is kept than a report reads. */
  readUntil: z.optional(civilDate),
  assessments: z.array(assessment),
  evaluation: z.array(question),
  change: z.array(change),
});

export const freeTexts = z.object({
  question: z.string(),
  /** How many there are, and how many of them match. */
  all: count,
  matching: count,
  /** How many of those may tell of whom they are written, and are therefore left out of files. */
  heldBack: count,
  texts: z.array(z.string()),
  next: z.optional(z.string()),
});
