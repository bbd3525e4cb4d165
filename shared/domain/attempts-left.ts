import type { Assessment } from './assessment.ts';
import type { AssessmentId } from './kinds.ts';

/** How many attempts a learner has started, and was given beyond the limit, by assessment. */
interface Counted {
  readonly attempts: Readonly<Record<AssessmentId, number>>;
  readonly extraAttempts?: Readonly<Record<AssessmentId, number>>;
}

/** Attempts that are left, or nothing when there is no limit. `extra`: what staff gave this learner beyond it. */
export const attemptsLeft = (
  { attemptLimit }: Pick<Assessment, 'attemptLimit'>,
  started: number,
  extra = 0,
): number | undefined => (attemptLimit === undefined ? undefined : Math.max(0, attemptLimit + extra - started));

/** The same for a learner, by where they stand in the activity. */
export const attemptsLeftTo = (
  participation: Counted | undefined,
  assessment: Pick<Assessment, 'attemptLimit' | 'assessmentId'>,
): number | undefined => {
  const { assessmentId } = assessment;
  return attemptsLeft(
    assessment,
    participation?.attempts[assessmentId] ?? 0,
    participation?.extraAttempts?.[assessmentId] ?? 0,
  );
};
