import { type FileColumn, type TableFormat, tableFile, tableMedia } from '../../shared/documents/table-file.ts';
import { contentDisposition } from '../adapters/content-disposition.ts';
import { type Reply, reply } from '../middleware/reply.ts';

type Row = readonly (string | number | undefined)[];

/** A table whose rows are as long as its heading, as a file to download. Columns that hold figures are figures in a sheet too. */
export function fileOf(
  name: string,
  { columns, rows }: { readonly columns: readonly string[]; readonly rows: readonly Row[] },
  format: TableFormat = 'csv',
): Reply {
  const fileColumns = columns.map(
    (heading, at): FileColumn<Row> => ({
      name: heading,
      kind: rows.some((row) => typeof row[at] === 'number') ? 'number' : 'text',
      of: (row) => row[at],
    }),
  );
  return reply(200, tableFile(format, { name: 'Outcomes', columns: fileColumns, rows }), {
    headers: {
      'content-type': tableMedia[format],
      'content-disposition': contentDisposition(`${name}.${format}`),
    },
  });
}
