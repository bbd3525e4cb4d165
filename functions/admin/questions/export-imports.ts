import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { type FileColumn, MOST_FILE_ROWS } from '../../../shared/documents/table-file.ts';
import type { Import } from '../../../shared/domain/import.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';
import { mayFollow } from './import-view.ts';

const columnsBy = (nameOf: (by: string) => string): readonly FileColumn<Import>[] => [
  { name: 'File', kind: 'text', of: ({ fileName }) => fileName },
  { name: 'What', kind: 'text', of: ({ kind }) => kind },
  { name: 'Activity', kind: 'text', of: ({ target }) => target?.activityId },
  { name: 'Assessment', kind: 'text', of: ({ target }) => target?.assessment },
  { name: 'Format', kind: 'text', of: ({ target }) => target?.format },
  { name: 'State', kind: 'text', of: ({ state }) => state },
  { name: 'Rows', kind: 'number', of: ({ rows }) => rows },
  { name: 'Bad rows', kind: 'number', of: ({ bad }) => bad },
  { name: 'Added', kind: 'number', of: ({ fates }) => fates.added },
  { name: 'There already', kind: 'number', of: ({ fates }) => fates.unchanged },
  { name: 'Kept as it was', kind: 'number', of: ({ fates }) => fates.kept },
  { name: 'Left out', kind: 'number', of: ({ fates }) => fates['left-out'] },
  { name: 'Handed in by', kind: 'text', of: ({ by }) => nameOf(by) },
  { name: 'Handed in at (UTC)', kind: 'instant', of: ({ at }) => at },
  { name: 'Run by', kind: 'text', of: ({ runBy }) => runBy && nameOf(runBy) },
  { name: 'Ended at (UTC)', kind: 'instant', of: ({ endedAt }) => endedAt },
  { name: 'Failed because', kind: 'text', of: ({ failure }) => failure },
  { name: 'Import', kind: 'text', of: ({ importId }) => importId },
];

/** Earlier imports as a file, newest first: what was handed in and what came of it, and nothing of what was in it. */
export const handler = endpoint(questionsRoutes.exportImports, {}, async ({ query, staff }, capabilities) => {
  const nameOf = await capabilities.staff.names();
  const { items: rows, cursor } = await fileful(
    async (ask) => {
      const page = await capabilities.imports.list(ask);
      return { items: page.imports, cursor: page.cursor };
    },
    query.cursor,
    MOST_FILE_ROWS,
    (what) => mayFollow(staff.role, what),
  );
  return fileReply(
    query.format ?? 'csv',
    { name: 'Imports', columns: columnsBy(nameOf), rows },
    { fileName: 'imports', path: questionsRoutes.exportImports.path, query, next: cursor },
  );
});
