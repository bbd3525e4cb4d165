import * as z from 'zod/mini';
import { importKinds, importStates } from '../../domain/import.ts';
import { civilDate, creditNames, creditType, fileFormat, hundredths, instant } from '../fields.ts';

const said = z.object({ message: z.string(), remedy: z.string() });

export const importView = z.object({
  importId: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  state: z.enum(importStates),
  /** Who brought it in, by name, and when. */
  by: z.string(),
  at: instant,
  rows: z.int(),
  checked: z.int(),
  bad: z.int(),
  done: z.int(),
  fates: z.object({ added: z.int(), unchanged: z.int(), kept: z.int(), 'left-out': z.int() }),
  target: z.optional(z.object({ activityId: z.string(), assessment: z.string(), format: z.string() })),
  runBy: z.optional(z.string()),
  endedAt: z.optional(instant),
  failure: z.optional(z.string()),
});

/** A row of which something is to be said; rows of which nothing is are only counted. */
const noted = z.object({
  line: z.int(),
  item: z.int(),
  about: z.string(),
  good: z.boolean(),
  said: z.array(said),
});
export const importReport = z.extend(importView, {
  /** The first of them, bad ones before good; the result file has all. */
  noted: z.array(noted),
  notedInAll: z.int(),
});

const fileName = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));
const text = z.string().check(z.minLength(1, { error: 'The file is empty.' }));

export const questionImport = z.object({
  fileName,
  format: z.string().check(z.maxLength(20)),
  assessment: z.string().check(z.minLength(1, { error: 'Choose an assessment.' }), z.maxLength(100)),
  /** One file, or the documents of a QTI package by their names. */
  documents: z
    .array(z.object({ name: z.optional(z.string().check(z.maxLength(300))), text }))
    .check(z.minLength(1), z.maxLength(2_000)),
});
export const tableImport = z.object({
  kind: z.enum(['learners', 'credits']),
  fileName,
  text,
});

/** How many bad rows are left out knowingly; another number than the report’s is refused. */
export const importRun = z.object({ leavingOut: z.int() });

export const importQuery = z.object({ cursor: z.optional(z.string().check(z.maxLength(500))) });
export const importFileQuery = z.extend(importQuery, { format: fileFormat });
export const importList = z.object({ imports: z.array(importView), next: z.optional(z.string()) });

export const exportQuery = z.object({
  format: z.optional(z.string().check(z.maxLength(20))),
  assessment: z.optional(z.string().check(z.maxLength(100))),
});

export const earlierCredits = z.object({
  credits: z.array(
    z.object({
      title: z.string(),
      activityId: z.optional(z.string()),
      creditType,
      names: creditNames,
      amount: hundredths,
      date: civilDate,
      certificateNumber: z.optional(z.string()),
      importId: z.string(),
      recordedAt: instant,
    }),
  ),
});
