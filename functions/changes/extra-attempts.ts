import { checkExtraAttempts, type ExtraAttempts } from '../../shared/domain/extra-attempts.ts';
import { cleanName } from '../../shared/domain/learner.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { FIRST_CYCLE } from '../records/participations.ts';
import type { Stored } from '../records/rows.ts';
import { type Changing, type Deed, none } from './deed.ts';

type Asked = Pick<ExtraAttempts, 'learnerId' | 'activityId' | 'assessmentId' | 'more' | 'reason'> & {
  readonly by: string;
};

interface Ground {
  readonly title: string;
  readonly participation: Stored<Participation> | undefined;
}

/** More attempts as they are asked for. */
export const askedAttempts = ({ by, reason, ...asked }: Asked, { ids, clock }: Changing): ExtraAttempts => ({
  ...{ ...asked, changeId: ids.id(), kind: 'attempts' },
  reason: reason.trim(),
  ...{ proposedBy: cleanName(by), proposedAt: clock.now(), status: 'proposed' },
});

/** Where the learner stands, or why no more attempts can be given. */
export async function examineAttempts(
  change: ExtraAttempts,
  { activities, participations, learners }: Changing,
): Promise<Ground | Refusal> {
  const { learnerId, activityId } = change;
  const [activity, participation, learner] = await Promise.all([
    activities.published(activityId),
    participations.of(learnerId, activityId),
    learners.byId(learnerId),
  ]);
  if (!activity || !learner || learner.value.erasedAt !== undefined || learner.value.mergedInto !== undefined)
    return refuse({
      code: activity ? 'learner-unknown' : 'activity-unknown',
      message: activity ? 'There is no such learner.' : 'There is no such activity.',
      remedy: 'Choose it from the list.',
      field: activity ? '/learnerId' : '/activityId',
    });
  return (
    checkExtraAttempts(change, { activity, participation: participation?.value }) ?? {
      ...{ title: activity.title, participation },
    }
  );
}

/** Gives the attempts: the learner can start the next one at once. */
export async function carryOutAttempts(
  { change, before, beside = none }: Deed<ExtraAttempts>,
  { title, participation }: Ground,
  { changes, participations, ledger, table, clock }: Changing,
): Promise<ExtraAttempts> {
  const { changeId, learnerId, activityId, assessmentId, more, decidedBy = change.proposedBy } = change;
  const stood: Participation = participation?.value ?? {
    ...{ learnerId, activityId, cycle: FIRST_CYCLE, title, startedAt: clock.now(), stage: 'open', attempts: {} },
  };
  const extraAttempts = {
    ...stood.extraAttempts,
    [assessmentId]: (stood.extraAttempts?.[assessmentId] ?? 0) + more,
  };
  await table.write([
    ...changes.settle(change, before),
    participations.put(
      { ...stood, extraAttempts, extraAttemptsBy: [...(stood.extraAttemptsBy ?? []), changeId] },
      participation,
    ),
    ledger.audit(decidedBy, 'attempts.given', { changeId, kind: 'attempts', learnerId, activityId }),
    ...beside(change),
  ]);
  return change;
}
