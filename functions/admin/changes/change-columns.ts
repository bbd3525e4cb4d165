import type { FileColumn } from '../../../shared/documents/table-file.ts';
import type { batchSummary, changeViews } from '../../views/staff-change-view.ts';

/** A change or a batch of them, as a line of a file. */
export interface ChangeLine {
  readonly change?: Awaited<ReturnType<typeof changeViews>>[number] | undefined;
  readonly batch?: Awaited<ReturnType<typeof batchSummary>> | undefined;
}

const eitherOf = ({ change, batch }: ChangeLine) => change ?? batch;

export const changeColumns: readonly FileColumn<ChangeLine>[] = [
  { name: 'What', kind: 'text', of: ({ change, batch }) => change?.kind ?? batch?.of },
  { name: 'How many', kind: 'number', of: ({ change, batch }) => (change ? 1 : batch?.items) },
  { name: 'Whom', kind: 'text', of: ({ change }) => change?.who },
  { name: 'About', kind: 'text', of: (line) => eitherOf(line)?.what },
  {
    name: 'What becomes otherwise',
    kind: 'text',
    of: ({ change }) =>
      change?.differences.map(({ what, before, after }) => `${what}: ${before} → ${after}`).join('; '),
  },
  { name: 'Reason', kind: 'text', of: (line) => eitherOf(line)?.reason },
  { name: 'Asked by', kind: 'text', of: (line) => eitherOf(line)?.proposed.name },
  { name: 'Asked at (UTC)', kind: 'instant', of: (line) => eitherOf(line)?.proposedAt },
  { name: 'Came to', kind: 'text', of: (line) => eitherOf(line)?.status },
  { name: 'Decided by', kind: 'text', of: (line) => eitherOf(line)?.decided?.name },
  { name: 'Decided at (UTC)', kind: 'instant', of: (line) => eitherOf(line)?.decidedAt },
  { name: 'Rejected because', kind: 'text', of: (line) => eitherOf(line)?.rejectedBecause },
  { name: 'Change or batch', kind: 'text', of: ({ change, batch }) => change?.changeId ?? batch?.batchId },
];
