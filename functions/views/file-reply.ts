import { type FileColumn, type TableFormat, tableFile, tableMedia } from '../../shared/documents/table-file.ts';
import { contentDisposition } from '../adapters/content-disposition.ts';
import { type Reply, reply } from '../middleware/reply.ts';

/**
 * A table as a download; where more follows, a Link header leads to it (RFC 8288), or a Next-Cursor header says where it begins: of a
 * list that is asked for by a body. X-Rows says how many rows it holds, which whoever keeps a workbook cannot count.
 */
export function fileReply<Row>(
  format: TableFormat,
  table: { readonly name: string; readonly columns: readonly FileColumn<Row>[]; readonly rows: readonly Row[] },
  place: {
    readonly fileName: string;
    /** Where what follows is asked for, with the cursor of it: of lists that go on, and are asked for by a query. */
    readonly path?: string;
    readonly query?: object;
    readonly next?: string | undefined;
  },
): Reply {
  const { fileName, path, query, next } = place;
  const given = Object.entries({ ...query, cursor: next }).filter(([, value]) => value !== undefined);
  const headers = {
    'content-type': tableMedia[format],
    'content-disposition': contentDisposition(`${fileName}.${format}`),
    'x-rows': String(table.rows.length),
    ...(next !== undefined &&
      (path === undefined
        ? { 'next-cursor': next }
        : { link: `<${path}?${new URLSearchParams(given as [string, string][])}>; rel="next"` })),
  };
  return reply(200, tableFile(format, table), { headers });
}
