import type { ActivityVersion } from '../../shared/domain/activity.ts';
import { checkHandAward, type HandAward, type HandAwardStanding } from '../../shared/domain/hand-award.ts';
import type { ActivityId, CivilDate, LearnerId } from '../../shared/domain/kinds.ts';
import { cleanName } from '../../shared/domain/learner.ts';
import { type Claim, moveFrom, type Participation } from '../../shared/domain/participation.ts';
import { isRefusal, type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { earnedElsewhere } from '../accounts/family.ts';
import { awardWorkId } from '../outbox/restart.ts';
import type { LedgerEnd } from '../records/ledger.ts';
import { FIRST_CYCLE } from '../records/participations.ts';
import { required } from '../records/require.ts';
import type { Stored } from '../records/rows.ts';
import { type Changing, type Deed, none } from './deed.ts';
import { proofOf } from './subject.ts';

/** What is asked: that a learner be awarded what they could not finish. */
export interface AskedAward {
  readonly learnerId: LearnerId;
  readonly activityId: ActivityId;
  readonly participatedOn: CivilDate;
  readonly claims: readonly Claim[];
  readonly reason: string;
  readonly by: string;
  readonly batchId?: string;
}

interface Ground {
  readonly activity: ActivityVersion;
  readonly participation: Stored<Participation> | undefined;
  readonly end: LedgerEnd;
}

const unknown = (what: 'learner' | 'activity'): Refusal =>
  refuse({
    code: `${what}-unknown`,
    message: `There is no such ${what}.`,
    remedy: `Choose the ${what} from the list.`,
    field: `/${what}Id`,
  });

/** An award by hand as it is asked for, of the version that the learner passed, or else that is published. */
export async function askedAward(asked: AskedAward, capabilities: Changing): Promise<HandAward | Refusal> {
  const { participations, activities, ids, clock } = capabilities;
  const { learnerId, activityId, participatedOn, claims, batchId } = asked;
  const passed = (await participations.of(learnerId, activityId))?.value.activityVersion;
  const activityVersion = passed ?? (await activities.summaryOf(activityId))?.value.version;
  if (activityVersion === undefined) return unknown('activity');
  return {
    ...{ changeId: ids.id(), kind: 'award', learnerId, activityId, activityVersion, participatedOn },
    claims: claims.map(({ creditType, amount }) => ({ creditType, amount })),
    reason: asked.reason.trim(),
    proposedBy: cleanName(asked.by),
    proposedAt: clock.now(),
    status: 'proposed',
    ...(batchId !== undefined && { batchId }),
  };
}

/** What an award by hand builds on, or why it cannot be made. */
export async function examineAward(award: HandAward, capabilities: Changing): Promise<Ground | Refusal> {
  const { learners, participations, activities, ledger, clock } = capabilities;
  const { learnerId, activityId, activityVersion } = award;
  // Before the account: one that is merged meanwhile has its ledger moved on, and the award is judged again.
  const end = await ledger.end(learnerId);
  const [learner, participation, activity] = await Promise.all([
    learners.byId(learnerId),
    participations.of(learnerId, activityId),
    activities.version(activityId, activityVersion),
  ]);
  if (!learner) return unknown('learner');
  const standing: HandAwardStanding = {
    ...{ activity, learner: learner.value, participation: participation?.value },
    earnedElsewhere: await earnedElsewhere(learner.value, activityId, capabilities),
  };
  return checkHandAward(award, standing, clock.now()) ?? { activity, participation, end };
}

/**
 * Attests the participation in the place of a claim, and asks for the award, which the same work writes that every claim asks
 * for: once, in the ledger, with its certificate. Nothing says that an assessment was passed or an evaluation given.
 */
export async function carryOutAward(
  { change, before, beside = none }: Deed<HandAward>,
  { activity, participation, end }: Ground,
  capabilities: Changing,
): Promise<HandAward> {
  const { changes, participations, ledger, outbox, table, workflows } = capabilities;
  const { changeId, learnerId, activityId, activityVersion, participatedOn, claims, proposedBy } = change;
  const decidedBy = required(change.decidedBy, 'Who decided');
  const at = required(change.decidedAt, 'When it was decided');
  const {
    completedAt: _,
    moc: __,
    ...stood
  } = participation?.value ?? {
    ...{ learnerId, activityId, cycle: FIRST_CYCLE, title: activity.title, startedAt: at, attempts: {} },
    stage: 'open' as const,
  };
  const stage = moveFrom(stood.stage, 'award-by-hand');
  if (isRefusal(stage)) throw new Error(`An award by hand was approved at ${stood.stage}`);
  const start = { door: 'award' as const, workId: awardWorkId(learnerId, activityId), learnerId, activityId };
  await table.write([
    ...changes.settle(change, before),
    participations.put(
      { ...stood, stage, activityVersion, completedOn: participatedOn, claims, claimedAt: at, byHand: changeId },
      participation,
    ),
    outbox.ask(start),
    ...ledger.appendTo(
      end,
      'participation.attested',
      {
        ...{ activityId, activityVersion, participatedOn, claims, proposedBy, decidedBy },
        ...proofOf(change, capabilities),
      },
      at,
    ),
    ledger.audit(decidedBy, 'credit.attested', { changeId, kind: 'award', learnerId, activityId }),
    ...beside(change),
  ]);
  // The sweeper starts it if this does not.
  await workflows.start(start).catch(() => undefined);
  return change;
}
