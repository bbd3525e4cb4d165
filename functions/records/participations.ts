import type { Attempt } from '../../shared/domain/attempt.ts';
import type { ActivityId, AttemptId, LearnerId } from '../../shared/domain/kinds.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';
import type { Sealing } from './sealing.ts';

/** The first cycle of an activity; a renewal would begin the next. */
export const FIRST_CYCLE = 1;

/** Where learners stand, and their attempts. Every key begins with the learner, who comes from the session. */
export interface Participations {
  of(learnerId: LearnerId, activityId: ActivityId): Promise<Stored<Participation> | undefined>;
  list(learnerId: LearnerId): Promise<readonly Participation[]>;
  put(participation: Participation, before?: Stored<Participation>): Write;
  attempt(learnerId: LearnerId, attemptId: AttemptId): Promise<Stored<Attempt> | undefined>;
  /** Every attempt of a learner. */
  attempts(learnerId: LearnerId): Promise<readonly Stored<Attempt>[]>;
  putAttempt(attempt: Attempt, before?: Stored<Attempt>): Promise<Write>;
}

/** What of an attempt is sealed. */
const secrets = ['answers', 'grade', 'feedback'] as const;

export function participations({ table, sealing }: { table: Table; sealing: Sealing }): Participations {
  return {
    of: async (learnerId, activityId) =>
      held<Participation>(await table.get(entities.participation.keyOf({ learnerId, activityId, cycle: FIRST_CYCLE }))),
    list: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'PARTICIPATION#' });
      return rows.map((row) => held<Participation>(row)?.value).filter((value) => value !== undefined);
    },
    put: (participation, before) =>
      putRow(entities.participation.keyOf(participation), 'participation', participation, before),
    attempt: async (learnerId, attemptId) =>
      sealing.open<Attempt>(learnerId, await table.get(entities.attempt.keyOf({ learnerId, attemptId }))),
    attempts: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'ATTEMPT#' });
      const opened = await Promise.all(rows.map((row) => sealing.open<Attempt>(learnerId, row)));
      return opened.filter((attempt) => attempt !== undefined);
    },
    putAttempt: (attempt, before) => sealing.put(entities.attempt.keyOf(attempt), 'attempt', attempt, secrets, before),
  };
}
