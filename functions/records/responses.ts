import type { EvaluationResponse } from '../../shared/domain/outcomes/kept.ts';
import type { Ids, Write } from '../../shared/ports.ts';
import { entities, partOf } from '../../shared/table.ts';
import { putRow } from './rows.ts';

/** Completed evaluations, kept apart from who gave them: a random id and a day, no learner and no time (trust.md 4). */
export interface Responses {
  add(response: EvaluationResponse): Write;
}

export function responses({ ids }: { ids: Ids }): Responses {
  return {
    add: (response) => {
      const { activityId, on } = response;
      const responseId = ids.id();
      const key = entities.response.keyOf({ part: partOf(activityId, responseId), on, responseId });
      return putRow(key, 'response', response);
    },
  };
}
