import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { type FileColumn, MOST_FILE_ROWS } from '../../../shared/documents/table-file.ts';
import type { Stuck } from '../../../shared/domain/stuck.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';
import { stuckAsked } from './stuck-asked.ts';

const columns: readonly FileColumn<Stuck>[] = [
  { name: 'Step', kind: 'text', of: ({ step }) => step },
  { name: 'Error', kind: 'text', of: ({ error }) => error },
  { name: 'Reason', kind: 'text', of: ({ reason }) => reason },
  {
    name: 'Given',
    kind: 'text',
    of: ({ input }) =>
      Object.entries(input)
        .map(([name, value]) => `${name} ${value}`)
        .join(', '),
  },
  { name: 'State', kind: 'text', of: ({ state }) => state },
  { name: 'Asked for at (UTC)', kind: 'instant', of: ({ askedAt }) => askedAt },
  { name: 'Failed last at (UTC)', kind: 'instant', of: ({ at }) => at },
  { name: 'Next try at (UTC)', kind: 'instant', of: ({ nextTryAt }) => nextTryAt },
  { name: 'Tries', kind: 'number', of: ({ tries }) => tries },
  { name: 'Id', kind: 'text', of: ({ id }) => id },
];

/** What is parked or failing as a file. Ids alone say whom it is about. */
export const handler = endpoint(operationsRoutes.exportStuckWork, {}, async ({ query }, capabilities) => {
  const { items: rows, cursor } = await fileful(stuckAsked(query, capabilities), query.cursor, MOST_FILE_ROWS);
  return fileReply(
    query.format ?? 'csv',
    { name: 'Parked work', columns, rows },
    {
      fileName: `${query.kind}-${query.state}`,
      path: operationsRoutes.exportStuckWork.path,
      ...{ query, next: cursor },
    },
  );
});
