import { civilDateIn } from '../../shared/domain/kinds.ts';
import { firstAnswersOf, sittingOf } from '../../shared/domain/outcomes/kept.ts';
import { moveFrom } from '../../shared/domain/participation.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { LostRaceError } from '../../shared/ports.ts';
import type { StepInput } from '../../shared/workflow/steps.ts';
import type { Capabilities } from '../capabilities.ts';
import { required } from '../records/require.ts';

/**
 * Moves a graded attempt's participation on, with its ledger event, keeps its outcome without whose it is, and ends the work
 * that asked for it, all in one transaction. A repeat finds the work done and changes nothing.
 */
export async function settleAttempt(
  { workId, learnerId, activityId, attemptId }: StepInput<'unlock-evaluation'>,
  capabilities: Capabilities<Record<never, never>>,
): Promise<{ workId: string }> {
  const { activities, participations, outbox, ledger, outcomes, table, clock } = capabilities;
  const [asked, submitted, standing, end] = await Promise.all([
    outbox.work(workId),
    participations.attempt(learnerId, attemptId),
    participations.of(learnerId, activityId),
    ledger.end(learnerId),
  ]);
  const work = required(asked, `The work ${workId}`);
  if (work.value.status === 'done') return { workId };
  const attempt = required(submitted, `The attempt ${attemptId}`).value;
  const before = required(standing, `The participation of ${attemptId}`);
  const { grade, activityVersion, assessmentId, submittedAt } = attempt;
  const { status, score, passMark } = required(grade, `The grade of ${attemptId}`);
  const passed = status === 'passed';
  const { zone } = await activities.version(activityId, activityVersion);
  const stage = moveFrom(before.value.stage, passed ? 'unlock-evaluation' : 'record-failure');
  // Another run of the same work settled it since the work was read: look again, and find it done.
  if (isRefusal(stage)) throw new LostRaceError([]);

  const facts = { activityId, activityVersion, assessmentId, attemptId, score, passMark };
  const { parked: _, ...others } = before.value;
  const moved = { ...others, stage, score };
  const completedAt = required(submittedAt, `The submission of ${attemptId}`);
  const completedOn = civilDateIn(completedAt, zone);
  // Of the day on which it is written, so that nothing is added to a day that is over.
  const on = civilDateIn(clock.now(), zone);
  await table.write([
    participations.put(passed ? { ...moved, activityVersion, completedAt, completedOn } : moved, before),
    outbox.finish(work),
    ...(passed
      ? ledger.appendTo(end, 'attempt.passed', { ...facts, completedOn })
      : ledger.appendTo(end, 'attempt.failed', facts)),
    ...outcomes.add(sittingOf(attempt, on), firstAnswersOf(attempt, on)),
  ]);
  return { workId };
}
