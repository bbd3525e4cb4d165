import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';
import { type ChangeLine, changeColumns as columns } from './change-columns.ts';
import { decidedViews } from './decided-views.ts';

/** Each takes some reads of its own, for what it is about. */
const MOST_ROWS = 5_000;
/** So many are looked up at once; more would only wait in line. */
const AT_ONCE = 200;

/** What was decided in a year as a file, newest first. It names learners, so the audit trail says who took it. */
export const handler = endpoint(changesRoutes.exportDecidedChanges, {}, async ({ query, staff }, capabilities) => {
  const { changes, clock, ledger, table } = capabilities;
  const { format = 'csv', year = clock.now().slice(0, 4), cursor: from } = query;
  const { items, cursor } = await fileful(
    async (ask) => {
      const page = await changes.decidedIn(Number(year), ask);
      return { items: page.decided, cursor: page.cursor };
    },
    from,
    MOST_ROWS,
  );
  const rows: ChangeLine[] = [];
  for (let at = 0; at < items.length; at += AT_ONCE)
    rows.push(...(await decidedViews(items.slice(at, at + AT_ONCE), staff, capabilities)));
  await table.write([
    ledger.audit(staff.staffId, 'list.exported', { list: 'decided-corrections', format, rows: rows.length }),
  ]);
  return fileReply(
    format,
    { name: 'Decided corrections', columns, rows },
    {
      fileName: `corrections-${year}`,
      path: changesRoutes.exportDecidedChanges.path,
      ...{ query: { ...query, year }, next: cursor },
    },
  );
});
