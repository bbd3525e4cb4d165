import { type ActivityVersion, evaluateOpening, findAssessment, type OpeningDays, type Standing } from './activity.ts';
import type { Assessment } from './assessment.ts';
import { askingFaults, type Decision } from './decision.ts';
import type { ActivityId, AssessmentId, Instant, LearnerId } from './kinds.ts';
import { hasReached, type Participation } from './participation.ts';
import { type Reason, type Refusal, refuseFor } from './refusal.ts';

/** More attempts for one learner than everybody has. One person gives them: what they lead to is still graded. */
export interface ExtraAttempts extends Decision {
  readonly kind: 'attempts';
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly assessmentId: AssessmentId;
  readonly more: number;
}

/** What decides whether more attempts are worth offering. */
type Offering = OpeningDays &
  Standing & { readonly assessments: readonly Pick<Assessment, 'assessmentId' | 'attemptLimit'>[] };

/** Whether more attempts could be used: the activity is open, something with a limit was tried in it, and nothing is passed. */
export const couldUseMore = (participation: Participation, activity: Offering | undefined, now: Instant): boolean =>
  activity !== undefined &&
  evaluateOpening(activity, now) === undefined &&
  !hasReached(participation.stage, 'passed') &&
  activity.assessments.some(
    ({ assessmentId, attemptLimit }) => attemptLimit !== undefined && (participation.attempts[assessmentId] ?? 0) > 0,
  );

/** So many at once; who needs more is asked about. */
export const MOST_MORE = 10;

/** Says everything that speaks against more attempts, or nothing when they can be given. */
export function checkExtraAttempts(
  asked: Pick<ExtraAttempts, 'reason' | 'proposedBy' | 'assessmentId' | 'more'>,
  {
    activity,
    participation,
  }: { readonly activity: ActivityVersion; readonly participation: Participation | undefined },
): Refusal | undefined {
  const faults: Reason[] = [...askingFaults(asked)];
  const assessment = findAssessment(activity, asked.assessmentId);
  if (!assessment)
    faults.push({
      code: 'assessment-unknown',
      message: 'The activity has no such option.',
      remedy: `Choose one of: ${activity.assessments.map(({ title }) => title).join(', ')}.`,
      field: '/assessmentId',
    });
  else if (assessment.attemptLimit === undefined)
    faults.push({
      code: 'no-limit',
      message: `“${assessment.title}” may be tried as often as needed.`,
      remedy: 'Nothing to do: the learner can start another attempt.',
      field: '/assessmentId',
    });
  if (!Number.isInteger(asked.more) || asked.more < 1 || asked.more > MOST_MORE)
    faults.push({
      code: 'number-impossible',
      message: `Attempts are given one to ${MOST_MORE} at a time.`,
      remedy: `Give a whole number from 1 to ${MOST_MORE}.`,
      field: '/more',
    });
  if (participation && hasReached(participation.stage, 'passed'))
    faults.push({
      code: 'already-passed',
      message: 'The learner has passed already.',
      remedy: 'Nothing to do: no further attempt is needed.',
      field: '/assessmentId',
    });
  return refuseFor(faults);
}
