import { learnersRoutes } from '../../../shared/api/admin/learners-routes.ts';
import type { FileColumn } from '../../../shared/documents/table-file.ts';
import { pointsToReport, type ReportedPoints } from '../../../shared/domain/points-report.ts';
import type { ListedAward } from '../../../shared/domain/wallet.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';

const columns: readonly FileColumn<ReportedPoints>[] = [
  { name: 'Action', kind: 'text', of: ({ action }) => action },
  { name: 'Report by', kind: 'date', of: (row) => row.reportBy },
  { name: 'Board', kind: 'text', of: ({ board }) => board },
  { name: 'Board ID', kind: 'text', of: ({ boardId }) => boardId },
  { name: 'Given name', kind: 'text', of: ({ givenName }) => givenName },
  { name: 'Family name', kind: 'text', of: ({ familyName }) => familyName },
  { name: 'Birth month and day', kind: 'text', of: ({ birthMonthDay }) => birthMonthDay },
  { name: 'Completed on', kind: 'date', of: ({ completedOn }) => completedOn },
  { name: 'Points', kind: 'credit', of: ({ points }) => points },
  { name: 'Credit claimed', kind: 'credit', of: ({ claimed }) => claimed },
  { name: 'Activity', kind: 'text', of: ({ award }) => award.title },
  { name: 'Activity id', kind: 'text', of: ({ award }) => award.activityId },
  { name: 'Credit ID', kind: 'text', of: ({ creditId }) => creditId },
  { name: 'Certificate', kind: 'text', of: ({ award }) => award.certificateId },
];

/** Of each award three rows are read beside the list: so many awards are a file's, in some seconds. */
const MOST_AWARDS = 1_000;
/** So many are read at once; more would only wait in line. */
const AT_ONCE = 100;

/** What boards are to be told of points, the earliest award first: it must be reported first. */
export const handler = endpoint(learnersRoutes.exportPoints, {}, async ({ query, staff }, capabilities) => {
  const { credits, learners, boardIdentities, consents, ledger, table, clock, config } = capabilities;
  const { from, until, activityId, board, format = 'csv' } = query;
  const read = async (ask: { readonly limit: number; readonly cursor?: string | undefined }) => {
    const page = await credits.page({ from, until, oldestFirst: true, ...ask });
    return { items: page.awards, cursor: page.cursor };
  };
  const keep = (award: ListedAward): boolean =>
    (award.moc ?? []).length > 0 && (activityId === undefined || award.activityId === activityId);
  const { items, cursor } = await fileful(read, query.cursor, MOST_AWARDS, keep);
  const place = { host: new URL(config.siteUrl).hostname, now: clock.now() };
  const rows: ReportedPoints[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE) {
    const told = await Promise.all(
      items.slice(at, at + AT_ONCE).map(async (award) => {
        const { learnerId } = award;
        const [learner, identities, decided] = await Promise.all([
          learners.living(learnerId),
          boardIdentities.of(learnerId, award.activityId),
          consents.of(learnerId),
        ]);
        if (!learner) return [];
        const { profile, learnerId: living } = learner.value;
        const since = living === learnerId ? [] : await consents.of(living);
        return pointsToReport(award, { profile, identities, consents: decided, since }, place);
      }),
    );
    rows.push(...told.flat().filter((row) => board === undefined || row.board === board));
  }
  await table.write([
    ledger.audit(staff.staffId, 'list.exported', {
      ...{ list: 'points', format, rows: rows.length },
      ...(activityId !== undefined && { activityId }),
    }),
  ]);
  return fileReply(
    format,
    { name: 'Points', columns, rows },
    { fileName: 'points', path: learnersRoutes.exportPoints.path, query, next: cursor },
  );
});
