import type { ActivityId, CivilDate } from '../../shared/domain/kinds.ts';
import type { EvaluationResponse, FirstAnswers, Sitting } from '../../shared/domain/outcomes/kept.ts';
import type { Ids, Page, Row, Table, Write } from '../../shared/ports.ts';
import { entities, partOf, partsOf } from '../../shared/table.ts';
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
/** `2026-03-09`, by which what is kept is sorted. */
const DAY_LENGTH = 10;

/** What was read of a part, and where to go on in it. */
interface Part {
  readonly pk: string;
  readonly rows: readonly Row[];
  readonly cursor?: string;
}

const partOfPage = (pk: string, { rows, cursor }: Page): Part => ({ pk, rows, ...(cursor && { cursor }) });
const bySortKey = (a: Row, b: Row): number => (a.sk < b.sk ? -1 : 1);
const lastRead = ({ rows }: Part): string => rows.at(-1)?.sk ?? '';
const byLastRead = (a: Part, b: Part): number => (lastRead(a) < lastRead(b) ? -1 : 1);

export function outcomes({ ids, table, most = MOST_ROWS }: { ids: Ids; table: Table; most?: number }): Outcomes {
  /** Reads on in whichever part is behind, so that what was read of all of them ends at one day. */
  async function read<Kept extends { readonly on: CivilDate }>(pks: readonly string[]): Promise<Read<Kept>> {
    const limit = Math.min(PAGE, Math.ceil(most / pks.length));
    const parts = await Promise.all(pks.map(async (pk) => partOfPage(pk, await table.query({ pk, limit }))));
    const count = () => parts.reduce((sum, { rows }) => sum + rows.length, 0);
    const unread = () => parts.filter(({ cursor }) => cursor !== undefined);
    while (count() < most) {
      const [behind] = unread().toSorted(byLastRead);
      if (!behind) break;
      const { pk, cursor } = behind;
      const next = partOfPage(pk, await table.query({ pk, limit, ...(cursor && { cursor }) }));
      parts.splice(parts.indexOf(behind), 1, { ...next, rows: [...behind.rows, ...next.rows] });
    }
    const kept = parts
      .flatMap(({ rows }) => rows)
      .toSorted(bySortKey)
      .flatMap((row) => held<Kept>(row)?.value ?? []);
    const until = unread().toSorted(byLastRead)[0]?.rows.at(-1)?.sk.slice(0, DAY_LENGTH);
    return until ? { kept: kept.filter(({ on }) => on < until), until } : { kept };
  }
  const nameOf = { on: '-', sittingId: '-', answersId: '-', responseId: '-' };
  const pksOf = (kind: 'sitting' | 'firstAnswers' | 'response', activityId: ActivityId): readonly string[] =>
    partsOf(activityId).map((part) => entities[kind].keyOf({ part, ...nameOf }).pk);
  const responsesOf = (activityId: ActivityId) => read<EvaluationResponse>(pksOf('response', activityId));

  return {
    of: async (activityId) => {
      const [sittings, answers, responses] = await Promise.all([
        read<Sitting>(pksOf('sitting', activityId)),
        read<FirstAnswers>(pksOf('firstAnswers', activityId)),
        responsesOf(activityId),
      ]);
      return { sittings, answers, responses };
    },
    responsesOf,
    add: (sitting, answers) => {
      const { activityId, on } = sitting;
      const [sittingId, answersId] = [ids.id(), ids.id()];
      const sat = entities.sitting.keyOf({ part: partOf(activityId, sittingId), on, sittingId });
      const answered = entities.firstAnswers.keyOf({ part: partOf(activityId, answersId), on, answersId });
      return [putRow(sat, 'sitting', sitting), ...(answers ? [putRow(answered, 'firstAnswers', answers)] : [])];
    },
  };
}
