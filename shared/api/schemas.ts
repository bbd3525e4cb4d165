/** The shapes that travel over the API. Credit is integer hundredths, times are UTC instants, days are civil dates. */
import * as z from 'zod/mini';
import { learningFormats } from '../domain/activity.ts';
import { assessmentKinds, feedbackPolicies, questionKinds } from '../domain/assessment.ts';
import { evaluationKinds } from '../domain/evaluation.ts';
import { stages, tasks } from '../domain/participation.ts';
import { basis, civilDate, creditNames, creditType, hundredths, id, instant, percent } from './fields.ts';
import { mocOffer, mocPermission, mocRequest } from './moc-schemas.ts';

export * from './sign-in-schemas.ts';
export * from './wallet-schemas.ts';

const reason = z.object({ code: z.string(), message: z.string(), remedy: z.string(), field: z.optional(z.string()) });

// --- Activities ------------------------------------------------------------------------------------------------------

const task = z.object({
  task: z.enum(tasks),
  status: z.enum(['completed', 'ready', 'in-progress', 'locked']),
  reasons: z.array(reason),
});
const participation = z.object({
  stage: z.enum(stages),
  tasks: z.array(task),
  attemptId: z.optional(id),
  assessmentId: z.optional(id),
  certificateId: z.optional(id),
});
const assessmentSummary = z.object({
  assessmentId: id,
  kind: z.enum(assessmentKinds),
  title: z.string(),
  questionCount: z.int(),
  passMark: percent,
  attemptLimit: z.optional(z.int()),
  /** Null: no limit. Only when signed in. */
  attemptsLeft: z.optional(z.nullable(z.int())),
  feedback: z.enum(feedbackPolicies),
  timeLimitMinutes: z.optional(z.int()),
});
const creditOffer = z.object({
  creditType,
  /** The kind of credit as it is written out, plural. */
  name: z.string(),
  names: creditNames,
  maximum: hundredths,
  activityNumber: z.optional(z.string()),
});
const activitySummary = z.object({
  activityId: id,
  title: z.string(),
  summary: z.string(),
  format: z.enum(Object.keys(learningFormats) as [keyof typeof learningFormats]),
  /** The format in words: `enduring material`. */
  formatName: z.string(),
  /** Why no attempt can be started now: it is not open yet, or closed. Empty while it is open. */
  closed: z.array(reason),
  providerName: z.string(),
  opensOn: civilDate,
  closesOn: civilDate,
  heldOn: z.optional(civilDate),
  estimatedMinutes: z.int(),
  assessments: z.array(assessmentSummary),
  credits: z.array(creditOffer),
  participation: z.optional(participation),
});
export const activityList = z.object({ activities: z.array(activitySummary) });
export const activity = z.extend(activitySummary, {
  provider: z.object({
    name: z.string(),
    contact: z.string(),
    address: z.optional(z.string()),
  }),
  jointProvider: z.optional(z.string()),
  zone: z.string(),
  reviewedOn: z.optional(civilDate),
  location: z.optional(z.string()),
  /** Medium, method, hardware and software, privacy: said before the start. */
  takingPart: z.optional(
    z.object({ medium: z.string(), method: z.string(), requirements: z.string(), privacy: z.string() }),
  ),
  audience: z.string(),
  objectives: z.array(z.string()),
  faculty: z.array(
    z.object({
      name: z.string(),
      credentials: z.optional(z.string()),
      role: z.optional(z.string()),
      disclosure: z.string(),
    }),
  ),
  content: z.object({ paragraphs: z.array(z.string()), url: z.optional(z.string()) }),
  statements: z.array(z.object({ kind: z.string(), text: z.string() })),
  /** What this learner may claim; only when signed in with a profile. */
  claimable: z.optional(
    z.array(
      z.object({
        creditType,
        name: z.string(),
        names: creditNames,
        maximum: hundredths,
        step: hundredths,
        basis,
        whole: z.boolean(),
        attestation: z.string(),
      }),
    ),
  ),
  /** The boards that this learner may ask to be told of points; only once a post-test is passed. */
  moc: z.optional(z.array(mocOffer)),
  mocPermission: z.optional(mocPermission),
});
const course = z.object({
  activityId: id,
  title: z.string(),
  stage: z.enum(stages),
  startedAt: instant,
  completedOn: z.optional(civilDate),
  certificateId: z.optional(id),
});
export const history = z.object({ courses: z.array(course) });

// --- Attempts --------------------------------------------------------------------------------------------------------

const option = z.object({ optionId: id, text: z.string() });
/** A question as an attempt asks it. */
export const attemptQuestion = z.object({
  ...{ questionId: id, text: z.string(), kind: z.enum(questionKinds), options: z.array(option) },
});
const chosen = z.array(z.string().check(z.maxLength(64))).check(z.maxLength(50));
const answers = z.record(z.string().check(z.maxLength(64)), chosen);

export const attemptRequest = z.object({
  assessmentId: z.string().check(z.minLength(1, { error: 'Select an option.' }), z.maxLength(64)),
});
export const answersRequest = z.object({ answers });
/** Without answers, the saved ones are submitted. */
export const submissionRequest = z.object({ answers: z.optional(answers) });
export const saved = z.object({ savedAt: instant });
/** What a learner sees of an attempt: its questions while it is in progress, its result once it is graded. */
export const attempt = z.object({
  attemptId: id,
  activityId: id,
  assessmentId: id,
  title: z.string(),
  number: z.int(),
  status: z.enum(['in-progress', 'grading', 'passed', 'failed']),
  startedAt: instant,
  deadline: z.optional(instant),
  /** When this was answered, of an attempt whose time runs: what is left is counted from here, since the learner's own clock may be wrong. */
  now: z.optional(instant),
  passMark: percent,
  /** Null: no limit. */
  attemptsLeft: z.nullable(z.int()),
  questions: z.optional(z.array(attemptQuestion)),
  answers: z.optional(z.record(z.string(), z.array(z.string()))),
  savedAt: z.optional(instant),
  submittedAt: z.optional(instant),
  score: z.optional(percent),
  /** As the assessment's feedback policy allows, once it is graded. */
  feedback: z.optional(
    z.array(
      z.object({
        questionId: id,
        text: z.string(),
        right: z.boolean(),
        chosen: z.array(z.string()),
        rightAnswers: z.optional(z.array(z.string())),
        rationale: z.optional(z.string()),
      }),
    ),
  ),
});

// --- Evaluation and claim --------------------------------------------------------------------------------------------

export const evaluationQuestion = z.object({
  questionId: id,
  text: z.string(),
  kind: z.enum(evaluationKinds),
  required: z.boolean(),
  options: z.optional(z.array(option)),
  group: z.optional(z.string()),
  /** It is asked only of whoever chose one of these options of an earlier question. */
  showIf: z.optional(z.object({ questionId: id, options: z.array(id) })),
});
export const evaluation = z.object({
  status: z.enum(['open', 'completed']),
  questions: z.array(evaluationQuestion),
});
export const evaluationRequest = z.object({
  answers: z.record(z.string().check(z.maxLength(64)), z.union([chosen, z.string().check(z.maxLength(20_000))])),
});
export const evaluated = z.object({ status: z.literal('completed'), completedAt: instant });

export const claimsRequest = z.object({
  claims: z
    .array(
      z.object({
        creditType: z.string({ error: 'Choose a kind of credit.' }).check(z.maxLength(64)),
        amount: z.int({ error: 'Enter the amount in hundredths, as a whole number.' }),
      }),
    )
    .check(z.maxLength(20)),
  /** With the learner's permission, and only for those who want it: points for maintenance of certification. */
  moc: z.optional(z.array(mocRequest).check(z.maxLength(8))),
});
const claim = z.object({ creditType, amount: hundredths });
export const claimed = z.object({
  /** `claimed` until it is awarded, which takes a second or two. */
  status: z.enum(['claimed', 'awarded']),
  claims: z.array(claim),
  certificateId: z.optional(id),
});

// --- The service -----------------------------------------------------------------------------------------------------

export const health = z.object({ status: z.literal('ok'), commit: z.string(), node: z.string() });
export const openApi = z.looseObject({ openapi: z.string() });
export const done = z.object({ status: z.literal('done') });
