import * as z from 'zod/mini';
import { anyChangeKinds } from '../../shared/domain/any-change.ts';

const parkedWork = z.object({
  workId: z.string(),
  step: z.string(),
  reason: z.string(),
  at: z.string(),
  tries: z.int(),
});

const one = z.optional(z.string());

/** Any change, whether it was asked for here or on the console: of a certificate, an award by hand, a merge. */
const change = z.object({
  changeId: z.string(),
  kind: z.enum(anyChangeKinds),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  // What it is about is one of these, or a learner with an activity, or two accounts.
  ...{ certificateId: one, learnerId: one, activityId: one, into: one },
  // What it says: a correction, or the day and the amounts of an award by hand.
  correction: z.optional(z.record(z.string(), z.unknown())),
  participatedOn: one,
  claims: z.optional(z.unknown()),
  replacement: one,
});
export type AnsweredChange = z.infer<typeof change>;
const reasons = z.array(z.object({ message: z.string(), remedy: z.string() }));

/** What an answer about a change is: what became of it, or every reason why not. */
const changed = <const Outcome extends string>(outcome: Outcome, other: Outcome) =>
  z.discriminatedUnion('outcome', [
    z.object({ outcome: z.enum([outcome, other]), change }),
    z.object({ outcome: z.literal('refused'), reasons }),
  ]);

const findings = z.array(z.object({ where: z.string(), wrong: z.string() }));

/** The functions that staff's commands invoke, by name, with what each answers. */
const fault = z.object({
  ...{ field: z.string(), message: z.string(), remedy: z.string(), rule: z.string(), source: z.string() },
  severity: z.enum(['refuses', 'advises']),
});

export const outputs = {
  'publish-activity': z.union([
    z.object({ outcome: z.enum(['published', 'unchanged']), version: z.int() }),
    z.object({ outcome: z.literal('refused'), faults: z.array(fault) }),
  ]),
  'list-parked': z.object({
    work: z.array(parkedWork),
    next: z.optional(z.object({ of: z.enum(['work', 'mail']), cursor: z.optional(z.string()) })),
  }),
  'audit-ledger': z.object({
    learners: z.int(),
    entries: z.int(),
    awards: z.int(),
    certificates: z.int(),
    changes: z.int(),
    findings,
    next: z.optional(z.object({ shard: z.int(), cursor: z.optional(z.string()) })),
  }),
  'audit-heads': z.object({
    heads: z.int(),
    findings,
    next: z.optional(
      z.object({ cursor: z.optional(z.string()), before: z.optional(z.string()), shard: z.int(), from: z.int() }),
    ),
  }),
  // Each part of a pack is read by its own schema.
  'collect-pack': z.unknown(),
  'propose-change': changed('proposed', 'done'),
  'decide-change': changed('done', 'rejected'),
  'list-changes': z.object({ changes: z.array(change), next: z.optional(z.string()) }),
  'erase-learner': z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('asked'), learnerId: z.string(), dueAt: z.string() }),
    z.object({ outcome: z.enum(['unknown', 'erased']) }),
  ]),
  'export-learner': z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('exported'), gzip: z.string() }),
    z.object({ outcome: z.literal('unknown') }),
  ]),
  'keep-provider': z.discriminatedUnion('outcome', [
    z.object({ outcome: z.enum(['kept', 'unchanged']), providerId: z.string() }),
    z.object({ outcome: z.literal('refused'), reasons }),
  ]),
  'change-staff': z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('done'),
      member: z.object({ email: z.string(), name: z.string(), role: z.string() }),
    }),
    z.object({ outcome: z.literal('refused'), reasons }),
    z.object({ outcome: z.literal('unknown') }),
  ]),
  'import-bank': z.discriminatedUnion('outcome', [
    z.object({
      outcome: z.literal('imported'),
      ...{ importId: z.string(), added: z.int(), unchanged: z.int(), leftOut: z.int() },
    }),
    z.object({ outcome: z.literal('refused'), reasons }),
  ]),
  reindex: z.object({
    learners: z.int(),
    written: z.object({ credits: z.int(), completions: z.int(), mails: z.int(), directory: z.int() }),
    unreadable: z.int(),
    erased: z.int(),
    next: z.optional(z.object({ shard: z.int(), cursor: z.optional(z.string()) })),
  }),
  'redrive-work': z.object({ outcome: z.enum(['redriven', 'not-found', 'not-parked']) }),
} as const;
export type FunctionName = keyof typeof outputs;

/** Invokes a function and parses its answer. */
export type Invoke = <Name extends FunctionName>(
  name: Name,
  input: unknown,
) => Promise<z.infer<(typeof outputs)[Name]>>;

/** A way to a function: takes its name and input, gives what it returned, and throws what it threw. */
export type Transport = (name: FunctionName, input: unknown) => Promise<unknown>;

/** What a function threw, by Lambda's conventions. */
export class FunctionFailed extends Error {
  override readonly name = 'FunctionFailed';
  constructor(functionName: string, failure: unknown) {
    const { errorMessage, errorType } = z
      .object({ errorMessage: z.optional(z.string()), errorType: z.optional(z.string()) })
      .parse(failure ?? {});
    super(`The function ${functionName} failed: ${errorMessage ?? errorType ?? 'no reason was given'}.`);
  }
}
