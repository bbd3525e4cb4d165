import type { BoardReport } from '../../shared/domain/board-report.ts';
import type { ActivityId, LearnerId } from '../../shared/domain/kinds.ts';
import type { Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { FIRST_CYCLE } from './participations.ts';
import { held, putRow, type Stored } from './rows.ts';

/** What certifying boards were told of points, and what they answered. */
export interface BoardReports {
  /** Those about one award, a board each. */
  of(learnerId: LearnerId, activityId: ActivityId): Promise<readonly Stored<BoardReport>[]>;
  list(learnerId: LearnerId): Promise<readonly BoardReport[]>;
  put(report: BoardReport, before: Stored<BoardReport> | undefined): Write;
}

export function boardReports({ table }: { table: Table }): BoardReports {
  const query = async (learnerId: LearnerId, prefix: string) => {
    const { rows } = await table.query({ pk: entities.learner.keyOf({ learnerId }).pk, prefix });
    return rows.flatMap((row) => held<BoardReport>(row) ?? []);
  };
  return {
    of: (learnerId, activityId) => query(learnerId, `REPORT#${activityId}#`),
    list: async (learnerId) => (await query(learnerId, 'REPORT#')).map(({ value }) => value),
    put: (report, before) =>
      putRow(entities.boardReport.keyOf({ ...report, cycle: FIRST_CYCLE }), 'boardReport', report, before),
  };
}
