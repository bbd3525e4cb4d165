import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { type FileColumn, MOST_FILE_ROWS } from '../../../shared/documents/table-file.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';
import { mailAsked } from './mail-asked.ts';

type Line = Awaited<ReturnType<ReturnType<typeof mailAsked>>>['items'][number];

const columns: readonly FileColumn<Line>[] = [
  { name: 'Mail', kind: 'text', of: ({ kind }) => kind },
  { name: 'Mail id', kind: 'text', of: ({ messageKey }) => messageKey },
  { name: 'Learner', kind: 'text', of: ({ learnerId }) => learnerId },
  { name: 'Certificate', kind: 'text', of: ({ certificateId }) => certificateId },
  { name: 'State', kind: 'text', of: ({ status }) => status },
  { name: 'Problem', kind: 'text', of: ({ problem }) => problem },
  { name: 'Asked for at (UTC)', kind: 'instant', of: ({ createdAt }) => createdAt },
  { name: 'Sent at (UTC)', kind: 'instant', of: ({ sentAt }) => sentAt },
  { name: 'Next try at (UTC)', kind: 'instant', of: ({ nextTryAt }) => nextTryAt },
  { name: 'Tries', kind: 'number', of: ({ tries }) => tries },
];

/** Mail of one state as a file. Ids alone say to whom. */
export const handler = endpoint(operationsRoutes.exportMail, {}, async ({ query }, capabilities) => {
  const { items: rows, cursor } = await fileful(mailAsked(query, capabilities), query.cursor, MOST_FILE_ROWS);
  return fileReply(
    query.format ?? 'csv',
    { name: 'Mail', columns, rows },
    { fileName: `mail-${query.status}`, path: operationsRoutes.exportMail.path, query, next: cursor },
  );
});
