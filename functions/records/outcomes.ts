import type { FirstAnswers, Sitting } from '../../shared/domain/outcomes/kept.ts';
import type { Ids, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { putRow } from './rows.ts';

/** How attempts ended and what first attempts answered, kept apart from whose they are and from each other (ADR 31). */
export interface Outcomes {
  /** To be written with the move that settles the attempt: that happens once, so each attempt is counted once. */
  add(sitting: Sitting, answers: FirstAnswers | undefined): readonly Write[];
}

export function outcomes({ ids }: { ids: Ids }): Outcomes {
  return {
    add: (sitting, answers) => {
      const { activityId, on } = sitting;
      return [
        putRow(entities.sitting.keyOf({ activityId, on, sittingId: ids.id() }), 'sitting', sitting),
        ...(answers
          ? [putRow(entities.firstAnswers.keyOf({ activityId, on, answersId: ids.id() }), 'firstAnswers', answers)]
          : []),
      ];
    },
  };
}
