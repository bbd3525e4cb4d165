import type { ActivityId, AttemptId, LearnerId } from '../../shared/domain/kinds.ts';
import { afterFailure, type Work } from '../../shared/domain/work.ts';
import { LostRaceError } from '../../shared/ports.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Stored } from '../records/rows.ts';
import { park } from './park.ts';

/** The natural names of work: one grading per attempt, one award per learner and activity. */
export const gradeWorkId = (attemptId: AttemptId): string => `grade-${attemptId}`;
export const awardWorkId = (learnerId: LearnerId, activityId: ActivityId): string => `award-${learnerId}-${activityId}`;

type Restarting = Capabilities<{ workflows: never }>;

/** What a restart came to. */
export type Restarted = 'started' | 'parked' | 'not-due';

const swept = { step: 'unknown', error: 'Unfinished', reason: 'It was started several times and never ended.' };

/**
 * Starts work again that should have ended by now. Whoever moves its due time on starts it, so that a sweeper and a
 * learner who look at once start it once. Work that was started over and over is parked.
 */
export async function restartIfOverdue(
  workId: string,
  by: 'sweeper' | 'learner',
  capabilities: Restarting,
): Promise<Restarted> {
  const { outbox, table, workflows, clock, ids, log } = capabilities;
  const work = await outbox.work(workId);
  if (!work || !isOverdue(work, clock.now())) return 'not-due';
  const failure = { ...swept, ...work.value.failure, retryable: true };
  const next = afterFailure(work.value, failure, clock.now(), ids.fraction());
  // Only the sweeper parks: a page that a learner looks at has no business with what staff must decide.
  if (next.status === 'parked' && by === 'learner') return 'not-due';
  try {
    if (next.status === 'parked') {
      await park(work, next, capabilities);
      return 'parked';
    }
    await table.write([outbox.putWork(next, work)]);
  } catch (error) {
    if (error instanceof LostRaceError) return 'not-due';
    throw error;
  }
  log({ event: 'work.restarted', workId, by });
  await workflows.start(work.value.input);
  return 'started';
}

const isOverdue = ({ value: { status, dueAt } }: Stored<Work>, now: string): boolean =>
  status === 'pending' && dueAt <= now;
