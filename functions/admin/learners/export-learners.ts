import { learnersRoutes } from '../../../shared/api/admin/learners-routes.ts';
import { type FileColumn, MOST_FILE_ROWS } from '../../../shared/documents/table-file.ts';
import type { Person } from '../../../shared/domain/directory.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';

const columns: readonly FileColumn<Person>[] = [
  { name: 'Family name', kind: 'text', of: ({ profile }) => profile?.familyName },
  { name: 'Given name', kind: 'text', of: ({ profile }) => profile?.givenName },
  { name: 'Credentials', kind: 'text', of: ({ profile }) => profile?.credentials },
  { name: 'Profession', kind: 'text', of: ({ profile }) => profile?.profession },
  { name: 'E-mail address', kind: 'text', of: ({ email }) => email },
  { name: 'First signed in at (UTC)', kind: 'instant', of: ({ createdAt }) => createdAt },
  { name: 'Learner', kind: 'text', of: ({ learnerId }) => learnerId },
];

/** Learners as a file, in an order of the directory. */
export const handler = endpoint(
  learnersRoutes.exportLearners,
  {},
  async ({ body, staff }, { directory, ledger, table }) => {
    const { format = 'csv', order = 'name', cursor: from } = body;
    const { items: rows, cursor } = await fileful(
      async (ask) => {
        const page = await directory.page({ by: order, beginning: '', ...ask });
        return { items: page.people, cursor: page.cursor };
      },
      from,
      MOST_FILE_ROWS,
    );
    await table.write([ledger.audit(staff.staffId, 'list.exported', { list: 'learners', format, rows: rows.length })]);
    return fileReply(format, { name: 'Learners', columns, rows }, { fileName: 'learners', next: cursor });
  },
);
