import type { BoardReport } from '../../shared/domain/board-report.ts';
import type { ActivityId, LearnerId } from '../../shared/domain/kinds.ts';
import type { BoardId } from '../../shared/domain/moc-boards.ts';
import type { ListedAward } from '../../shared/domain/wallet.ts';
import type { ListedRow, Table, Write } from '../../shared/ports.ts';
import { entities, lists } from '../../shared/table.ts';
import { placeOfAward } from './credits.ts';
import { FIRST_CYCLE } from './participations.ts';
import { held, inList, putRow, type Stored } from './rows.ts';

/** What certifying boards were told of points, and what they answered. */
export interface BoardReports {
  /** Those about one award, a board each. */
  of(learnerId: LearnerId, activityId: ActivityId): Promise<readonly Stored<BoardReport>[]>;
  /** Those of a learner. */
  list(learnerId: LearnerId): Promise<readonly BoardReport[]>;
  /** Those about the awards from one to another, as the list of awards has them: a read for some hundred. */
  between(first: ListedAward, last: ListedAward): Promise<readonly BoardReport[]>;
  /** @param awardedAt of the award that the points are of, by which reports are listed */
  put(report: BoardReport, awardedAt: string, before: Stored<BoardReport> | undefined): Write;
}

/** What the list shows of a report beside what its place there says. */
type Shown = Omit<BoardReport, 'learnerId' | 'activityId' | 'board'>;

function reportAt({ listSk, listed }: ListedRow): BoardReport {
  const [, learnerId = '', activityId = '', , board = ''] = listSk.split('#');
  return { learnerId, activityId, board: board as BoardId, ...(Object(listed) as Shown) };
}

export function boardReports({ table }: { table: Table }): BoardReports {
  const query = async (learnerId: LearnerId, prefix: string) => {
    const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix });
    return rows.flatMap((row) => held<BoardReport>(row) ?? []);
  };
  return {
    of: (learnerId, activityId) => query(learnerId, `REPORT#${activityId}#`),
    list: async (learnerId) => (await query(learnerId, 'REPORT#')).map(({ value }) => value),
    between: async (first, last) => {
      // '~' sorts after every character of an id, so that an award's boards are all within it.
      const range = { listPk: lists.boardReport, from: placeOfAward(first), until: `${placeOfAward(last)}~` };
      const reports: BoardReport[] = [];
      let cursor: string | undefined;
      do {
        const page = await table.queryList({ ...range, limit: 1_000, ...(cursor !== undefined && { cursor }) });
        reports.push(...page.rows.map(reportAt));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return reports;
    },
    put: (report, awardedAt, before) => {
      const { learnerId, activityId, board, ...shown } = report;
      const place = `${placeOfAward({ awardedAt, learnerId, activityId })}#${board}`;
      return putRow(
        entities.boardReport.keyOf({ learnerId, activityId, board, cycle: FIRST_CYCLE }),
        'boardReport',
        report,
        before,
        inList(lists.boardReport, place, shown),
      );
    },
  };
}
