import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { batchSummary, changeViews } from '../../views/staff-change-view.ts';
import { type ChangeLine, changeColumns as columns } from './change-columns.ts';
import { waitingAsked } from './waiting-asked.ts';

/** Of changes and of batches each. Either takes some reads of its own, for what it is about. */
const MOST_LISTED = 1_000;

/** What waits for a second person as a file, oldest first. It names learners, so the audit trail says who took it. */
export const handler = endpoint(changesRoutes.exportWaitingChanges, {}, async ({ query, staff }, capabilities) => {
  const { ledger, table } = capabilities;
  const { changes, batches, next } = await waitingAsked({ limit: MOST_LISTED, cursor: query.cursor }, capabilities);
  const lines: readonly (readonly [string, ChangeLine])[] = [
    ...(await changeViews(changes, staff, capabilities)).map((change) => [change.proposedAt, { change }] as const),
    ...(await Promise.all(batches.map((batch) => batchSummary(batch, staff, capabilities)))).map(
      (batch) => [batch.proposedAt, { batch }] as const,
    ),
  ];
  const rows = lines.toSorted(([one], [other]) => one.localeCompare(other)).map(([, line]) => line);
  const { format = 'csv' } = query;
  await table.write([
    ledger.audit(staff.staffId, 'list.exported', { list: 'waiting-corrections', format, rows: rows.length }),
  ]);
  return fileReply(
    format,
    { name: 'Waiting corrections', columns, rows },
    { fileName: 'corrections-waiting', path: changesRoutes.exportWaitingChanges.path, query, next },
  );
});
