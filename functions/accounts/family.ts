import type { ActivityId, LearnerId } from '../../shared/domain/kinds.ts';
import type { Learner } from '../../shared/domain/learner.ts';
import { isEarned } from '../../shared/domain/merge.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import type { Capabilities } from '../capabilities.ts';

type Reading = Pick<Capabilities<Record<never, never>>, 'learners' | 'participations' | 'credits'>;

/** The other accounts of the person whose account this is. */
export async function otherAccounts(learner: Learner, { learners }: Reading): Promise<readonly LearnerId[]> {
  if (learner.mergedInto === undefined && !learner.merged?.length) return [];
  const { learnerId } = learner;
  const living = (await learners.living(learnerId))?.value ?? learner;
  return [living.learnerId, ...(living.merged ?? [])].filter((other) => other !== learnerId);
}

/**
 * Where a person stands in an activity by another of their accounts, when they have earned its credit there, or are about to:
 * whoever was awarded it once is not awarded it again. What was revoked is not earned.
 */
export async function earnedBy(
  accounts: readonly LearnerId[],
  activityId: ActivityId,
  { participations, credits }: Reading,
): Promise<Participation | undefined> {
  for (const learnerId of accounts) {
    const participation = (await participations.of(learnerId, activityId))?.value;
    if (!isEarned(participation)) continue;
    const award = await credits.stored(learnerId, activityId);
    if (award?.value.standing !== 'revoked') return participation;
  }
  return undefined;
}

/** Why nothing is done in an account that was merged into another while its learner was still signed in. */
export const refuseMerged = (): Refusal =>
  refuse({
    code: 'account-merged',
    message: 'This account was merged into another of yours, and nothing is done in it any more.',
    remedy: 'Sign in again; you will find everything there.',
  });

/**
 * Why nothing is begun or claimed in an activity by this account: its learner earned the credit by another of theirs, or signs in
 * to another since.
 */
export async function refuseOther(
  learner: Learner,
  activityId: ActivityId,
  reading: Reading,
): Promise<Refusal | undefined> {
  if (learner.mergedInto !== undefined) return refuseMerged();
  return (await earnedElsewhere(learner, activityId, reading))
    ? refuse({
        code: 'already-awarded',
        message: 'Your credit has been awarded already, under another of your addresses.',
        remedy: 'Open your certificate.',
      })
    : undefined;
}

/** Whether a person has earned an activity's credit by another of their accounts. */
export const earnedElsewhere = async (learner: Learner, activityId: ActivityId, reading: Reading): Promise<boolean> =>
  (await earnedBy(await otherAccounts(learner, reading), activityId, reading)) !== undefined;
