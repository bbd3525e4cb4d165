import { learnersRoutes } from '../../../shared/api/admin/learners-routes.ts';
import { type FileColumn, MOST_FILE_ROWS } from '../../../shared/documents/table-file.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';
import { completionsAsked, withNames } from './completions-asked.ts';

type Line = Awaited<ReturnType<typeof withNames>>[number];

const columns: readonly FileColumn<Line>[] = [
  { name: 'Name', kind: 'text', of: ({ name }) => name },
  { name: 'E-mail address', kind: 'text', of: ({ email }) => email },
  { name: 'Stage', kind: 'text', of: ({ stage }) => stage },
  { name: 'Waits for staff', kind: 'text', of: ({ parked }) => (parked ? 'yes' : '') },
  { name: 'Score (%)', kind: 'number', of: ({ score }) => score },
  { name: 'Attempts', kind: 'number', of: ({ attempts }) => attempts },
  { name: 'Started at (UTC)', kind: 'instant', of: ({ startedAt }) => startedAt },
  { name: 'Completed on', kind: 'date', of: ({ completedOn }) => completedOn },
  { name: 'Last changed at (UTC)', kind: 'instant', of: ({ at }) => at },
  { name: 'Certificate', kind: 'text', of: ({ certificateId }) => certificateId },
  { name: 'Learner', kind: 'text', of: ({ learnerId }) => learnerId },
];

/** So many names are read at once; more would only wait in line. */
const NAMES_AT_ONCE = 200;

/** Completions of an activity as a file. */
export const handler = endpoint(
  learnersRoutes.exportCompletions,
  {},
  async ({ params, query, staff }, capabilities) => {
    const { ledger, table } = capabilities;
    const { activityId } = params;
    const { read, keep } = completionsAsked(capabilities, activityId, query);
    const { items, cursor } = await fileful(read, query.cursor, MOST_FILE_ROWS, keep);
    if (items.length === 0 && !(await capabilities.activities.summaryOf(activityId))) return notFound('activity');
    const rows: Line[] = [];
    for (let from = 0; from < items.length; from += NAMES_AT_ONCE)
      rows.push(...(await withNames(items.slice(from, from + NAMES_AT_ONCE), capabilities)));
    const { format = 'csv' } = query;
    await table.write([
      ledger.audit(staff.staffId, 'list.exported', { list: 'completions', format, rows: rows.length, activityId }),
    ]);
    return fileReply(
      format,
      { name: 'Completions', columns, rows },
      {
        fileName: `completions-${activityId}`,
        path: learnersRoutes.exportCompletions.path.replace('{activityId}', activityId),
        ...{ query, next: cursor },
      },
    );
  },
);
