import { formatCredit } from '../domain/credit-name.ts';
import { csvOf } from './csv.ts';
import { excelDays, type SheetCell, xlsxOf } from './xlsx.ts';

/**
 * What a column holds: `text`; `credit` in hundredths; `instant` in UTC; `date`, a civil date; `number`. In a spreadsheet all
 * but text are numbers, to sum and to sort by.
 */
export type ColumnKind = 'text' | 'credit' | 'instant' | 'date' | 'number';

/** A column of a table that is handed out as a file. What is `undefined` is an empty cell. */
export interface FileColumn<Row> {
  /** Its heading. Of an instant it should say UTC: `Awarded at (UTC)`. */
  readonly name: string;
  readonly kind: ColumnKind;
  readonly of: (row: Row) => string | number | undefined;
}

export const tableFormats = ['csv', 'xlsx'] as const;
export type TableFormat = (typeof tableFormats)[number];

/** The media types of the formats, for a route's answers and a reply's header. */
export const tableMedia = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Readonly<Record<TableFormat, string>>;

/**
 * The most rows of one file. A function answers with 6 MB at most and in seconds; this is about half of both for the widest
 * tables. What follows is another file, from the cursor that the answer gives.
 */
export const MOST_FILE_ROWS = 10_000;

const textOf = (kind: ColumnKind, value: string | number | undefined): string =>
  value === undefined ? '' : kind === 'credit' && typeof value === 'number' ? formatCredit(value) : String(value);

/** As a CSV file, of which no spreadsheet runs a cell. */
const csvTable = <Row>(columns: readonly FileColumn<Row>[], rows: readonly Row[]): string =>
  csvOf([
    columns.map(({ name }) => name),
    ...rows.map((row) => columns.map(({ kind, of: cellOf }) => textOf(kind, cellOf(row)))),
  ]);

function sheetCell(kind: ColumnKind, value: string | number | undefined): SheetCell | undefined {
  if (value === undefined || value === '') return undefined;
  if (kind === 'credit' && typeof value === 'number') return { is: 'number', value: value / 100, format: 'hundredths' };
  if (kind === 'number' && typeof value === 'number' && Number.isFinite(value))
    return { is: 'number', value, format: 'plain' };
  if (kind === 'instant' || kind === 'date') {
    const ms = Date.parse(kind === 'date' ? `${value}T00:00:00Z` : String(value));
    if (!Number.isNaN(ms)) return { is: 'number', value: excelDays(ms), format: kind };
  }
  return { is: 'text', text: String(value) };
}

const widths: Readonly<Record<ColumnKind, number>> = { text: 28, credit: 10, instant: 20, date: 12, number: 10 };

/** As a workbook of one sheet, of this name. */
const xlsxTable = <Row>(name: string, columns: readonly FileColumn<Row>[], rows: readonly Row[]): Uint8Array =>
  xlsxOf({
    name,
    widths: columns.map(({ kind }) => widths[kind]),
    rows: [
      columns.map((column) => ({ is: 'text', text: column.name })),
      ...rows.map((row) => columns.map(({ kind, of: cellOf }) => sheetCell(kind, cellOf(row)))),
    ],
  });

/** A table as a file, in either format. */
export const tableFile = <Row>(
  format: TableFormat,
  table: { readonly name: string; readonly columns: readonly FileColumn<Row>[]; readonly rows: readonly Row[] },
): string | Uint8Array =>
  format === 'csv' ? csvTable(table.columns, table.rows) : xlsxTable(table.name, table.columns, table.rows);
