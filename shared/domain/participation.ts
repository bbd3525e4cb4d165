import { type AssessmentSummary, evaluateOpening, type OpeningDays, type Standing } from './activity.ts';
import { attemptsLeftTo } from './attempts-left.ts';
import type {
  ActivityId,
  AssessmentId,
  AttemptId,
  CertificateId,
  CivilDate,
  CreditHundredths,
  CreditTypeId,
  Instant,
  LearnerId,
  Percent,
} from './kinds.ts';
import type { PermittedMoc } from './moc-facts.ts';
import { type Reason, type Refusal, refuse } from './refusal.ts';

/** Where a learner stands in an activity (design, "The journey"). */
export const stages = [
  'open',
  'attempting',
  'grading',
  'failed',
  'passed',
  'evaluated',
  'claimed',
  'awarded',
  'issued',
  'notified',
] as const;
export type Stage = (typeof stages)[number];

/** What moves a participation on. */
export type Move =
  | 'start-attempt'
  | 'submit-attempt'
  | 'record-failure'
  | 'unlock-evaluation'
  | 'complete-evaluation'
  | 'claim-credit'
  | 'award-by-hand'
  | 'award-credit'
  | 'issue-certificate'
  | 'correct-certificate'
  | 'notify';

/** Every legal move, and nothing else. Handlers refuse by it and screens explain by it. */
const moves: Readonly<Record<Move, { readonly from: readonly Stage[]; readonly to: Stage }>> = {
  'start-attempt': { from: ['open', 'failed'], to: 'attempting' },
  'submit-attempt': { from: ['attempting'], to: 'grading' },
  'record-failure': { from: ['grading'], to: 'failed' },
  'unlock-evaluation': { from: ['grading'], to: 'passed' },
  'complete-evaluation': { from: ['passed'], to: 'evaluated' },
  'claim-credit': { from: ['evaluated'], to: 'claimed' },
  // Staff attest that a learner took part who did not finish: what follows is as after a claim.
  'award-by-hand': { from: ['open', 'attempting', 'failed', 'passed', 'evaluated'], to: 'claimed' },
  'award-credit': { from: ['claimed'], to: 'awarded' },
  'issue-certificate': { from: ['awarded'], to: 'issued' },
  // Staff put a corrected certificate in the place of another: it is issued as the first one was.
  'correct-certificate': { from: ['awarded', 'issued', 'notified'], to: 'awarded' },
  notify: { from: ['issued'], to: 'notified' },
};

/** A claim as it was made. */
export interface Claim {
  readonly creditType: CreditTypeId;
  readonly amount: CreditHundredths;
}

/** A learner in an activity, for one cycle of it (a renewal is the next cycle). */
export interface Participation {
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly cycle: number;
  /** As it stood when the first attempt was started, so that course history outlives the course. */
  readonly title: string;
  readonly startedAt: Instant;
  readonly stage: Stage;
  /** Attempts started, per assessment. */
  readonly attempts: Readonly<Record<AssessmentId, number>>;
  /** Attempts that staff gave this learner beyond the limit, per assessment. */
  readonly extraAttempts?: Readonly<Record<AssessmentId, number>>;
  /** The changes by which they did, oldest first: who, when and why stands there. */
  readonly extraAttemptsBy?: readonly string[];
  /** The attempt that is under way, or was the last. */
  readonly attemptId?: AttemptId;
  readonly assessmentId?: AssessmentId;
  /** The version that the passed attempt pinned; evaluation, claim and certificate are of this version. */
  readonly activityVersion?: number;
  /** When and on which day the required participation was completed: the passing submission's, never the grading's. */
  readonly completedAt?: Instant;
  readonly completedOn?: CivilDate;
  /** Of the last attempt that was graded; absent in what was graded before it was kept here. */
  readonly score?: Percent;
  readonly evaluatedAt?: Instant;
  readonly claimedAt?: Instant;
  readonly claims?: readonly Claim[];
  /** The boards that the claim's points are to be reported to. Kept here alone: awards and ledgers hold points only. */
  readonly moc?: readonly PermittedMoc[];
  /** The change by which staff attested the participation, in the place of an assessment, an evaluation and a claim. */
  readonly byHand?: string;
  readonly certificateId?: CertificateId;
  /** Whether the learner was reminded, days after passing, that credit waits for them: decided once. */
  readonly reminder?: { readonly decidedAt: Instant; readonly mailed: boolean };
  /** Work of this participation that could not be done and waits for staff. */
  readonly parked?: { readonly step: string; readonly reason: string; readonly at: Instant };
}

/** A participation as the list of its activity shows it. */
export interface ListedCompletion
  extends Pick<
    Participation,
    'learnerId' | 'stage' | 'score' | 'startedAt' | 'completedOn' | 'claims' | 'certificateId'
  > {
  /** When it last changed. */
  readonly at: Instant;
  readonly attempts: number;
  readonly parked: boolean;
}

/** Stages in which a person is waited for, or nobody any more. In the others something is being worked on. */
const atRest: readonly Stage[] = ['failed', 'passed', 'evaluated', 'issued'];

/**
 * What the list of its activity shows of a participation from now on; nothing while something is being worked on, in which the
 * list says what it said. The index takes about 1,000 writes a second for an activity, and a live event has far more moves.
 */
export function listedAs(participation: Participation, at: Instant): ListedCompletion | undefined {
  const { learnerId, stage, score, startedAt, completedOn, claims, certificateId, attempts, parked } = participation;
  if (!parked && !atRest.includes(stage)) return undefined;
  return {
    ...{ learnerId, stage, startedAt, at, parked: parked !== undefined },
    ...(score !== undefined && { score }),
    ...(completedOn && { completedOn }),
    ...(claims && { claims }),
    ...(certificateId && { certificateId }),
    attempts: Object.values(attempts).reduce((sum, started) => sum + started, 0),
  };
}

const awardedByHand: Reason = {
  code: 'awarded-by-hand',
  message: 'The provider’s staff recorded that you took part and awarded your credit.',
  remedy: 'Nothing to do; open your certificate.',
};

const refusalOf: Readonly<Record<Stage, Reason>> = {
  open: { code: 'not-started', message: 'The Post-Test is not passed yet.', remedy: 'Start an attempt.' },
  attempting: {
    code: 'attempt-in-progress',
    message: 'An attempt is in progress.',
    remedy: 'Continue the attempt and submit your final answer.',
  },
  grading: {
    code: 'attempt-in-grading',
    message: 'Your attempt is being graded.',
    remedy: 'Wait for its result; it takes up to 30 seconds.',
  },
  failed: {
    code: 'not-passed',
    message: 'The Post-Test is not passed yet.',
    remedy: 'Review the material and start another attempt.',
  },
  passed: {
    code: 'evaluation-required',
    message: 'The evaluation is required before credit can be awarded.',
    remedy: 'Complete the Course Evaluation.',
  },
  evaluated: { code: 'claim-required', message: 'Your credit is not claimed yet.', remedy: 'Claim your credit.' },
  claimed: {
    code: 'already-claimed',
    message: 'Your credit is claimed already and is being awarded.',
    remedy: 'Wait a moment, then open your certificate.',
  },
  awarded: {
    code: 'already-awarded',
    message: 'Your credit has been awarded already.',
    remedy: 'Open your certificate.',
  },
  issued: {
    code: 'already-awarded',
    message: 'Your credit has been awarded already.',
    remedy: 'Open your certificate.',
  },
  notified: {
    code: 'already-awarded',
    message: 'Your credit has been awarded already.',
    remedy: 'Open your certificate.',
  },
};

/** Decides where a move leads from a stage, or refuses it and says what comes first. */
export function moveFrom(stage: Stage, move: Move): Stage | Refusal {
  const { from, to } = moves[move];
  return from.includes(stage) ? to : refuse(refusalOf[stage]);
}

/** Whether a stage is reached or passed. `failed` is before `passed`. */
export const hasReached = (stage: Stage, goal: Stage): boolean => stages.indexOf(stage) >= stages.indexOf(goal);

export const tasks = ['post-test', 'evaluation', 'claim', 'certificate'] as const;
export type Task = (typeof tasks)[number];
export type TaskStatus = 'completed' | 'ready' | 'in-progress' | 'locked';

/** One line of an activity's task list: what it is, where it stands, and why it is locked. */
export interface TaskState {
  readonly task: Task;
  readonly status: TaskStatus;
  readonly reasons: readonly Reason[];
}

/** What the task list needs to know of an activity. */
type Schedule = OpeningDays &
  Standing & {
    readonly assessments: readonly Pick<AssessmentSummary, 'assessmentId' | 'attemptLimit'>[];
  };

const locked = (task: Task, reason: Reason): TaskState => ({ task, status: 'locked', reasons: [reason] });
const done = (task: Task): TaskState => ({ task, status: 'completed', reasons: [] });
const ready = (task: Task): TaskState => ({ task, status: 'ready', reasons: [] });
const busy = (task: Task, reason: Reason): TaskState => ({ task, status: 'in-progress', reasons: [reason] });

/** What a learner is told of parked work. */
const lookedAt = (what: 'result' | 'certificate', safe: string): Reason => ({
  code: 'parked',
  message: `The provider’s staff need to look at your ${what} first. ${safe}`,
  remedy: 'Nothing to do; staff have been told. Contact the provider if it is urgent.',
});

function postTestState(
  stage: Stage,
  activity: Schedule,
  participation: Participation | undefined,
  now: Instant,
): TaskState {
  if (hasReached(stage, 'passed')) return done('post-test');
  if (stage === 'attempting' || stage === 'grading')
    return busy('post-test', participation?.parked ? lookedAt('result', 'Your answers are safe.') : refusalOf[stage]);
  const closed = evaluateOpening(activity, now);
  if (closed) return { task: 'post-test', status: 'locked', reasons: closed.reasons };
  const anyLeft = activity.assessments.some((assessment) => attemptsLeftTo(participation, assessment) !== 0);
  return anyLeft
    ? ready('post-test')
    : locked('post-test', {
        code: 'no-attempts-left',
        message: 'All attempts are used.',
        remedy: 'Ask the provider of the activity whether another attempt can be given.',
      });
}

/** The task list of an activity: what is done, what comes next, and why the rest is locked. */
export function taskList(
  activity: Schedule,
  participation: Participation | undefined,
  now: Instant,
): readonly TaskState[] {
  const stage = participation?.stage ?? 'open';
  const postTest: TaskState =
    participation?.byHand === undefined
      ? postTestState(stage, activity, participation, now)
      : locked('post-test', awardedByHand);
  // Nobody is sent to start an attempt where none can be started.
  const [shut] = postTest.status === 'locked' && !hasReached(stage, 'passed') ? postTest.reasons : [];
  const first: Reason = { ...refusalOf[stage], ...(shut && { remedy: shut.remedy }) };
  const after = (task: Task, from: Stage, until: Stage): TaskState =>
    hasReached(stage, until) ? done(task) : hasReached(stage, from) ? ready(task) : locked(task, first);
  // Nobody is said to have passed, evaluated or claimed what they did not.
  const waived = (task: Task, from: Stage, until: Stage): TaskState =>
    participation?.byHand === undefined ? after(task, from, until) : locked(task, awardedByHand);
  const isParked = participation?.parked !== undefined && hasReached(stage, 'claimed');
  const certificate: TaskState = isParked
    ? busy('certificate', lookedAt('certificate', 'Your credit is safe.'))
    : hasReached(stage, 'issued')
      ? done('certificate')
      : hasReached(stage, 'claimed')
        ? busy('certificate', {
            code: 'issuing',
            message: 'Your certificate is being issued.',
            remedy: 'Wait a moment.',
          })
        : locked('certificate', first);
  return [postTest, waived('evaluation', 'passed', 'evaluated'), waived('claim', 'evaluated', 'claimed'), certificate];
}
