/**
 * The second registry: the steps of the credit workflow, each with its input, its output and the names of the errors that
 * it is retried on. The graph is `infra/credit-workflow.ts`.
 */
import * as z from 'zod/mini';

const id = z.string().check(z.minLength(1), z.maxLength(128));

/** What a door is given: ids alone. `workId` names the outbox item that asked for it. */
const gradeInput = z.object({ door: z.literal('grade'), workId: id, learnerId: id, activityId: id, attemptId: id });
const awardInput = z.object({ door: z.literal('award'), workId: id, learnerId: id, activityId: id });
export const workflowInput = z.discriminatedUnion('door', [gradeInput, awardInput]);
export type WorkflowInput = z.infer<typeof workflowInput>;

/** Errors that the same step may not meet again; everything else is parked at once. */
export const retryable = [
  'TransientError',
  'LostRaceError',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
  'Sandbox.Timedout',
] as const;

const awarded = z.extend(awardInput, { certificateId: id });
/** `queuedAt`: when the mail about the award was queued; absent of the mail about a correction. */
const rendered = z.extend(awarded, { messageKey: id, queuedAt: z.optional(id) });
/** A step's failure as Step Functions hands it on. */
const failed = z.object({
  workId: id,
  /** The name of the step that failed. */
  step: id,
  error: z.object({ Error: z.string(), Cause: z.optional(z.string()) }),
});

/** One object a step: what goes in, what comes out, and what it does in a sentence. */
export const steps = {
  'grade-attempt': {
    state: 'GradeAttempt',
    does: 'Grades the submitted answers against the key of the version that the attempt pinned. A pass unlocks the Course Evaluation, a failure lets another attempt be started.',
    input: gradeInput,
    output: z.object({ workId: id, passed: z.boolean() }),
  },
  'award-credit': {
    state: 'AwardCredit',
    does: 'Awards the claimed credit once: credit, ledger event, certificate identity and audit entry in one transaction.',
    input: awardInput,
    output: awarded,
  },
  'render-certificate': {
    state: 'RenderCertificate',
    does: 'Renders the certificate from its snapshot, keeps it under its hash, and queues the award e-mail.',
    input: awarded,
    output: rendered,
  },
  'send-award-email': {
    state: 'SendAwardEmail',
    does: 'Sends the award e-mail; if it cannot be sent now, the mail outbox goes on trying for days.',
    input: rendered,
    output: z.object({ workId: id }),
  },
  'park-work': {
    state: 'ParkWork',
    does: 'Parks work that keeps failing where staff see it, with its step and reason, to be redriven.',
    input: failed,
    output: z.object({ workId: id }),
  },
} as const satisfies Record<string, { state: string; does: string; input: z.core.$ZodType; output: z.core.$ZodType }>;

export type StepName = keyof typeof steps;
export type StepInput<Name extends StepName> = z.infer<(typeof steps)[Name]['input']>;
export type StepOutput<Name extends StepName> = z.infer<(typeof steps)[Name]['output']>;
