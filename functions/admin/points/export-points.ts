import { pointsRoutes } from '../../../shared/api/admin/points-routes.ts';
import type { FileColumn } from '../../../shared/documents/table-file.ts';
import { messagesOf, type Told } from '../../../shared/domain/board-report.ts';
import type { BoardPoints, KnownToBoard } from '../../../shared/domain/points-report.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';
import { pointsAsked } from './points-asked.ts';

interface Line {
  readonly told: Told;
  readonly known: KnownToBoard;
  readonly points: BoardPoints;
}

/**
 * With the names that ACCME's reporting system goes by (cme.md 1c, "MOC", and 2, "Learner report"). Which headings its templates have
 * is not public, so ours are words, and staff map them once.
 */
const columns: readonly FileColumn<Line>[] = [
  { name: 'Action', kind: 'text', of: ({ told }) => told.action },
  { name: 'Report by', kind: 'date', of: ({ points }) => points.reportBy },
  { name: 'Board', kind: 'text', of: ({ points }) => points.board },
  { name: 'Board ID', kind: 'text', of: ({ known }) => known.boardId },
  { name: 'Given name', kind: 'text', of: ({ known }) => known.givenName },
  { name: 'Family name', kind: 'text', of: ({ known }) => known.familyName },
  { name: 'Birth month and day', kind: 'text', of: ({ known }) => known.birthMonthDay },
  { name: 'Completed on', kind: 'date', of: ({ points }) => points.completedOn },
  { name: 'Points', kind: 'credit', of: ({ told }) => told.points },
  { name: 'Credit claimed', kind: 'credit', of: ({ points }) => points.claimed },
  { name: 'Activity', kind: 'text', of: ({ points }) => points.award.title },
  { name: 'Activity id', kind: 'text', of: ({ points }) => points.award.activityId },
  { name: 'Credit ID', kind: 'text', of: ({ points }) => points.creditId },
  { name: 'Certificate', kind: 'text', of: ({ points }) => points.award.certificateId },
];

/** So many are a file's, in some seconds. */
const MOST_AWARDS = 1_000;

/** A line a message; none of whoever may not be told of. */
const linesOf = (points: BoardPoints): readonly Line[] => {
  const { known, report, state } = points;
  return known ? messagesOf(points, report, state).map((told) => ({ told, known, points })) : [];
};

/** What boards are to be told of points, as a file. */
export const handler = endpoint(pointsRoutes.exportPoints, {}, async ({ query, staff }, capabilities) => {
  const { ledger, table } = capabilities;
  const { activityId, format = 'csv' } = query;
  const { read, keep } = pointsAsked(query, capabilities);
  const { items, cursor } = await fileful(read, query.cursor, MOST_AWARDS, keep);
  const rows = items.flatMap(linesOf);
  await table.write([
    ledger.audit(staff.staffId, 'list.exported', {
      ...{ list: 'points', format, rows: rows.length },
      ...(activityId !== undefined && { activityId }),
    }),
  ]);
  return fileReply(
    format,
    { name: 'Points', columns, rows },
    { fileName: 'points', path: pointsRoutes.exportPoints.path, query, next: cursor },
  );
});
