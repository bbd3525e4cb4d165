import type { EvaluationAnswers } from '../../shared/domain/evaluation.ts';
import type { ActivityId, CivilDate } from '../../shared/domain/kinds.ts';
import type { Ids, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { putRow } from './rows.ts';

/** Completed evaluations, kept apart from who gave them: a random id and a day, no learner and no time (trust.md 4). */
export interface Responses {
  add(response: {
    readonly activityId: ActivityId;
    readonly activityVersion: number;
    readonly on: CivilDate;
    readonly answers: EvaluationAnswers;
  }): Write;
}

export function responses({ ids }: { ids: Ids }): Responses {
  return {
    add: (response) => {
      const responseId = ids.id();
      return putRow(entities.response.keyOf({ activityId: response.activityId, responseId }), 'response', response);
    },
  };
}
