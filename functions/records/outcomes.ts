import type { ActivityId, CivilDate } from '../../shared/domain/kinds.ts';
import type { EvaluationResponse, FirstAnswers, Sitting } from '../../shared/domain/outcomes/kept.ts';
import type { Ids, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { held, putRow } from './rows.ts';

/** How attempts ended and what first attempts answered, kept apart from whose they are and from each other (ADR 31). */
export interface Outcomes {
  /** To be written with the move that settles the attempt: that happens once, so each attempt is counted once. */
  add(sitting: Sitting, answers: FirstAnswers | undefined): readonly Write[];
  /** Everything that is kept of an activity. */
  of(activityId: ActivityId): Promise<{
    readonly sittings: Read<Sitting>;
    readonly answers: Read<FirstAnswers>;
    readonly responses: Read<EvaluationResponse>;
  }>;
  /** The evaluations alone. */
  responsesOf(activityId: ActivityId): Promise<Read<EvaluationResponse>>;
}

/** Rows in the order of their days: all of them, or those of the days that could be read whole. */
export interface Read<Kept> {
  readonly kept: readonly Kept[];
  /** The first day that was not read, where there are more rows than are read at once. */
  readonly until?: CivilDate;
}

/**
 * So many rows of a kind are read for one report. 10,000 of each kind, with 20 questions, take 290 MB of memory (measured), so twice as
 * many fit in the function's 1,769 MB with room to spare. Groups depend on all days before them, so a report that stops early says
 * the same of those days as one that goes on.
 */
const MOST_ROWS = 20_000;
const PAGE = 1_000;

export function outcomes({ ids, table, most = MOST_ROWS }: { ids: Ids; table: Table; most?: number }): Outcomes {
  async function read<Kept extends { readonly on: CivilDate }>(pk: string): Promise<Read<Kept>> {
    const kept: Kept[] = [];
    let cursor: string | undefined;
    do {
      const page = await table.query({ pk, limit: PAGE, ...(cursor && { cursor }) });
      for (const row of page.rows) {
        const one = held<Kept>(row);
        if (one) kept.push(one.value);
      }
      cursor = page.cursor;
    } while (cursor && kept.length < most);
    const until = cursor && kept.at(-1)?.on;
    return until ? { kept: kept.filter(({ on }) => on < until), until } : { kept };
  }
  const nameOf = { on: '-', sittingId: '-', answersId: '-', responseId: '-' };
  const responsesOf = (activityId: ActivityId) =>
    read<EvaluationResponse>(entities.response.keyOf({ activityId, ...nameOf }).pk);

  return {
    of: async (activityId) => {
      const [sittings, answers, responses] = await Promise.all([
        read<Sitting>(entities.sitting.keyOf({ activityId, ...nameOf }).pk),
        read<FirstAnswers>(entities.firstAnswers.keyOf({ activityId, ...nameOf }).pk),
        responsesOf(activityId),
      ]);
      return { sittings, answers, responses };
    },
    responsesOf,
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
