import type { Attempt } from '../../shared/domain/attempt.ts';
import type { ActivityId, AttemptId, LearnerId } from '../../shared/domain/kinds.ts';
import type { Participation } from '../../shared/domain/participation.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow, type Stored } from './rows.ts';

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
  putAttempt(attempt: Attempt, before?: Stored<Attempt>): Write;
}

export function participations({ table }: { table: Table }): Participations {
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
      held<Attempt>(await table.get(entities.attempt.keyOf({ learnerId, attemptId }))),
    attempts: async (learnerId) => {
      const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix: 'ATTEMPT#' });
      return rows.flatMap((row) => held<Attempt>(row) ?? []);
    },
    putAttempt: (attempt, before) => putRow(entities.attempt.keyOf(attempt), 'attempt', attempt, before),
  };
}
