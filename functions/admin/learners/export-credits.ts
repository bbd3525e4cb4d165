import { learnersRoutes } from '../../../shared/api/admin/learners-routes.ts';
import { type FileColumn, MOST_FILE_ROWS } from '../../../shared/documents/table-file.ts';
import { namesOf } from '../../../shared/domain/credit-type.ts';
import type { ListedAward } from '../../../shared/domain/wallet.ts';
import { endpoint } from '../../endpoint.ts';
import { fileReply } from '../../views/file-reply.ts';
import { fileful } from '../../views/filtered-page.ts';
import { creditsAsked } from './credits-asked.ts';

interface Line {
  readonly award: ListedAward;
  readonly credit: ListedAward['credits'][number];
}

const columns: readonly FileColumn<Line>[] = [
  { name: 'Awarded on', kind: 'date', of: ({ award }) => award.awardedOn },
  { name: 'Awarded at (UTC)', kind: 'instant', of: ({ award }) => award.awardedAt },
  { name: 'Name on the certificate', kind: 'text', of: ({ award }) => award.name },
  { name: 'Activity', kind: 'text', of: ({ award }) => award.title },
  { name: 'Credit type', kind: 'text', of: ({ credit }) => namesOf(credit).plural },
  { name: 'Amount', kind: 'credit', of: ({ credit }) => credit.amount },
  { name: 'Basis', kind: 'text', of: ({ credit }) => credit.basis },
  { name: 'Standing', kind: 'text', of: ({ award }) => award.standing ?? 'valid' },
  { name: 'Certificate', kind: 'text', of: ({ award }) => award.certificateId },
  { name: 'Learner', kind: 'text', of: ({ award }) => award.learnerId },
  { name: 'Activity id', kind: 'text', of: ({ award }) => award.activityId },
];

/** Awards as a file, a row a credit. */
export const handler = endpoint(
  learnersRoutes.exportCredits,
  {},
  async ({ query, staff }, { credits, ledger, table }) => {
    const { read, keep } = creditsAsked(credits, query);
    const { items, cursor } = await fileful(read, query.cursor, MOST_FILE_ROWS, keep);
    const rows = items.flatMap((award) => award.credits.map((credit): Line => ({ award, credit })));
    const { format = 'csv' } = query;
    await table.write([ledger.audit(staff.staffId, 'list.exported', { list: 'credits', format, rows: rows.length })]);
    return fileReply(
      format,
      { name: 'Credits', columns, rows },
      { fileName: 'credits', path: learnersRoutes.exportCredits.path, query, next: cursor },
    );
  },
);
