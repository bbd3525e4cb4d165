import { grade } from '../../shared/domain/assessment.ts';
import { type Attempt, feedbackOn } from '../../shared/domain/attempt.ts';
import { attemptsLeft } from '../../shared/domain/attempts-left.ts';
import { civilDateIn } from '../../shared/domain/kinds.ts';
import { firstAnswersOf, sittingOf } from '../../shared/domain/outcomes/kept.ts';
import { moveFrom, type Participation } from '../../shared/domain/participation.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import { LostRaceError, ParkError } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import { required } from '../records/require.ts';
import { step } from '../step.ts';
import { assessmentOf } from '../views/attempt-view.ts';

/** The attempt with its grade, by the key of the version that it pinned. One that was graded before it was settled keeps its grade. */
async function graded(
  attempt: Attempt,
  { extraAttempts }: Participation,
  { activities, clock }: Capabilities<Record<never, never>>,
): Promise<Attempt> {
  if (attempt.grade) return attempt;
  const { activityId, activityVersion, answers, number } = attempt;
  const [activity, keys] = await Promise.all([
    activities.version(activityId, activityVersion),
    activities.answerKeys(activityId, activityVersion),
  ]);
  const assessment = assessmentOf(activity, attempt);
  const { assessmentId } = assessment;
  const key = keys[assessmentId] ?? {};
  const result = grade(assessment, key, answers);
  const isLast = attemptsLeft(assessment, number, extraAttempts?.[assessmentId]) === 0;
  const feedback = feedbackOn(assessment, key, answers, result, isLast);
  return { ...attempt, status: result.status, grade: result, feedback, gradedAt: clock.now() };
}

/**
 * Grades what was submitted, and moves the participation on: a pass unlocks the Course Evaluation, after a failure another attempt
 * may be started. The grade, the move, its ledger event, the outcome without whose it is, and the end of the work that asked for
 * all this are one transaction (ADR 45). A repeat finds the work done and changes nothing.
 */
export const handler = step('grade-attempt', {}, async ({ workId, learnerId, activityId, attemptId }, capabilities) => {
  const { activities, participations, outbox, ledger, outcomes, table, clock } = capabilities;
  const [asked, submitted, standing, end] = await Promise.all([
    outbox.work(workId),
    participations.attempt(learnerId, attemptId),
    participations.of(learnerId, activityId),
    ledger.end(learnerId),
  ]);
  const work = required(asked, `The work ${workId}`);
  if (work.value.status === 'done') return { workId, passed: submitted?.value.grade?.status === 'passed' };
  if (!submitted?.value.submittedAt) throw new ParkError('There is no submitted attempt to grade.');
  const before = required(standing, `The participation of ${attemptId}`);
  const attempt = await graded(submitted.value, before.value, capabilities);
  const { activityVersion, assessmentId } = attempt;
  const { status, score, passMark } = required(attempt.grade, `The grade of ${attemptId}`);
  const passed = status === 'passed';
  const stage = moveFrom(before.value.stage, passed ? 'unlock-evaluation' : 'record-failure');
  // Another run of the same work settled it since the work was read: look again, and find it done.
  if (isRefusal(stage)) throw new LostRaceError([]);

  const { zone } = await activities.version(activityId, activityVersion);
  const facts = { activityId, activityVersion, assessmentId, attemptId, score, passMark };
  const { parked: _, ...others } = before.value;
  const moved = { ...others, stage, score };
  const completedAt = submitted.value.submittedAt;
  const completedOn = civilDateIn(completedAt, zone);
  // Of the day on which it is written, so that nothing is added to a day that is over.
  const on = civilDateIn(clock.now(), zone);
  await table.write([
    await participations.putAttempt(attempt, submitted),
    participations.put(passed ? { ...moved, activityVersion, completedAt, completedOn } : moved, before),
    outbox.finish(work),
    ...(passed
      ? ledger.appendTo(end, 'attempt.passed', { ...facts, completedOn })
      : ledger.appendTo(end, 'attempt.failed', facts)),
    ...outcomes.add(sittingOf(attempt, on), firstAnswersOf(attempt, on)),
  ]);
  return { workId, passed };
});
