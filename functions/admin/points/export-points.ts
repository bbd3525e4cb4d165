import { pointsRoutes } from '../../../shared/api/admin/points-routes.ts';
import type { FileColumn } from '../../../shared/documents/table-file.ts';
import { messagesOf, type Told } from '../../../shared/domain/board-report.ts';
import type { CivilDate } from '../../../shared/domain/kinds.ts';
import type { Profile } from '../../../shared/domain/learner.ts';
import type { BoardIdentity } from '../../../shared/domain/moc-facts.ts';
import type { BoardPoints } from '../../../shared/domain/points-report.ts';
import { endpoint } from '../../endpoint.ts';
import { found } from '../../found.ts';
import { required } from '../../records/require.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';
import { type AwardPoints, holdOn, readPoints, wantedOf } from './points-asked.ts';

interface Line {
  readonly told: Told;
  readonly points: BoardPoints;
  /** Who the learner is to the board, with the name that they go by now. */
  readonly identity: BoardIdentity;
  readonly profile: Profile;
  /** The day that boards count by: of the live activity, or of completion (cme.md 1c). */
  readonly completedOn: CivilDate;
}

/**
 * With the names that ACCME's reporting system goes by (cme.md 1c, "MOC", and 2, "Learner report"). Which headings its templates have
 * is not public, so ours are words, and staff map them once.
 */
const columns: readonly FileColumn<Line>[] = [
  { name: 'Action', kind: 'text', of: ({ told }) => told.action },
  { name: 'Report by', kind: 'date', of: ({ points }) => points.reportBy },
  { name: 'Board', kind: 'text', of: ({ points }) => points.board },
  { name: 'Board ID', kind: 'text', of: ({ identity }) => identity.boardId },
  { name: 'Given name', kind: 'text', of: ({ profile }) => profile.givenName },
  { name: 'Family name', kind: 'text', of: ({ profile }) => profile.familyName },
  { name: 'Birth month and day', kind: 'text', of: ({ identity }) => identity.birthMonthDay },
  { name: 'Completed on', kind: 'date', of: ({ completedOn }) => completedOn },
  { name: 'Points', kind: 'credit', of: ({ told }) => told.points },
  { name: 'Credit claimed', kind: 'credit', of: ({ points }) => points.claimed },
  { name: 'Activity', kind: 'text', of: ({ points }) => points.award.title },
  { name: 'Activity id', kind: 'text', of: ({ points }) => points.award.activityId },
  { name: 'Credit ID', kind: 'text', of: ({ points }) => points.creditId },
  { name: 'Certificate', kind: 'text', of: ({ points }) => points.award.certificateId },
];

/** So many are a file's, in some seconds: of each the learner is asked, and who they are to the board. */
const MOST_AWARDS = 2_000;

/** What boards are to be told of points, as a file: a line a message, and none of whoever may not be told of. */
export const handler = endpoint(pointsRoutes.exportPoints, {}, async ({ query, staff }, capabilities) => {
  const { ledger, table, learners, boardIdentities, certificates } = capabilities;
  const { activityId, format = 'csv' } = query;
  const { items, cursor } = await fileful((ask) => readPoints(query, ask, capabilities), query.cursor, MOST_AWARDS);
  async function linesOf(of: AwardPoints): Promise<readonly Line[]> {
    const { learnerId, activityId: about, certificateId } = of.award;
    const wanted = wantedOf(of, undefined, query);
    if (wanted.length === 0 || (await holdOn(of, capabilities))) return [];
    const [learner, identities, certificate] = await Promise.all([
      learners.living(learnerId),
      boardIdentities.of(learnerId, about),
      certificates.byId(certificateId),
    ]);
    const profile = learner?.value.profile;
    if (!profile) return [];
    const { participatedOn: completedOn } = required(certificate, `The certificate ${certificateId}`).snapshot;
    return wanted.flatMap((points) => {
      const identity = identities.find(({ board }) => board === points.board);
      if (!identity) return [];
      return messagesOf(points, points.report, points.state).map((told) => ({
        ...{ told, points, profile, identity, completedOn },
      }));
    });
  }
  const rows = (await found(items, linesOf)).flat();
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
