import { staffRoutes } from '../../../shared/api/admin/staff-routes.ts';
import type { FileColumn } from '../../../shared/documents/table-file.ts';
import type { Staff } from '../../../shared/domain/staff.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';

const columns: readonly FileColumn<Staff>[] = [
  { name: 'Name', kind: 'text', of: ({ name }) => name },
  { name: 'E-mail address', kind: 'text', of: ({ email }) => email },
  { name: 'Role', kind: 'text', of: ({ role }) => role },
  { name: 'Staff since (UTC)', kind: 'instant', of: ({ createdAt }) => createdAt },
  { name: 'Access ended at (UTC)', kind: 'instant', of: ({ endedAt }) => endedAt },
  { name: 'Id', kind: 'text', of: ({ staffId }) => staffId },
];

/** Staff as a file, by name. It holds addresses of colleagues, none of learners. */
export const handler = endpoint(
  staffRoutes.exportStaff,
  {},
  async ({ query, staff: asking }, { staff, ledger, table }) => {
    const { format = 'csv', role: wanted, access } = query;
    const rows = (await staff.list())
      .filter(({ role, endedAt }) => (wanted ?? role) === role && (access !== 'has' || endedAt === undefined))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
    await table.write([ledger.audit(asking.staffId, 'list.exported', { list: 'staff', format, rows: rows.length })]);
    return fileReply(format, { name: 'Staff', columns, rows }, { fileName: 'staff' });
  },
);
