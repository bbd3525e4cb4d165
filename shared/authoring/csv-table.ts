import { isFormula } from '../domain/formula.ts';
import { oneLine } from './exact.ts';

/** A row of a table below its head. */
export interface CsvRow {
  /** Where it begins, counted from 1. */
  readonly line: number;
  /** By column as `columnOf` names it; what the row has beyond the head is in none. */
  readonly cells: ReadonlyMap<string, string>;
  /** What keeps the row from being read. */
  readonly broken?: string;
}

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** A record with its line; `broken` where a quoted cell goes on after its quotes, or never ends. */
interface CsvRecord {
  readonly line: number;
  readonly cells: string[];
  broken?: string;
}

/** The sign that parts cells: the one that the head has most of. Spreadsheets of many countries write semicolons. */
function separatorOf(text: string): string {
  const head = text.slice(0, 10_000).split(/\r|\n/, 1)[0] ?? '';
  const count = (sign: string): number => head.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

/** Reads the records of a CSV file (RFC 4180), in one pass. */
function recordsOf(text: string, separator: string): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  let [at, line] = [text.startsWith('\ufeff') ? 1 : 0, 1];
  while (at < text.length) {
    const record: CsvRecord = { line, cells: [] };
    for (;;) {
      let cell = '';
      if (text[at] === '"') {
        at += 1;
        for (;;) {
          const quote = text.indexOf('"', at);
          const end = quote < 0 ? text.length : quote;
          const passage = text.slice(at, end);
          line += passage.split(/\r\n|\n|\r/).length - 1;
          cell += passage;
          at = end + 1;
          if (quote < 0)
            record.broken = `The quotation mark of the cell that begins “${oneLine(cell.slice(0, 30))}” is never closed.`;
          if (text[at] !== '"' || quote < 0) break;
          cell += '"';
          at += 1;
        }
      }
      let end = at;
      while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
      const more = text.slice(at, end);
      if (cell !== '' && more.trim() !== '')
        record.broken ??= `Text stands after the quotation mark of “${oneLine(cell.slice(0, 30))}”.`;
      record.cells.push(cell === '' ? more : cell);
      at = end;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    if (record.cells.some((cell) => cell.trim() !== '') || record.broken) records.push(record);
  }
  return records;
}

/** A cell as it was before it was made safe from spreadsheets: `csvOf` writes an apostrophe before formulas. */
const unguarded = (cell: string): string =>
  /^'+/.test(cell) && isFormula(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;

/** A cell that reads back as the same, although it begins as one that was made safe. */
export const guarded = (cell: string): string =>
  cell.startsWith("'") && isFormula(cell.replace(/^'+/, '')) ? `'${cell}` : cell;

const plainColumn = (name: string): string =>
  oneLine(name)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();

/** Of a head that is wider, the rest is not read: a row for each of a million columns would take what no file is worth. */
const MOST_COLUMNS = 200;

/**
 * Reads a table of comma-separated values with a head. Columns are known by their words, whatever their case and signs;
 * `also` says what else people call them.
 */
export function readCsv(text: string, also: Readonly<Record<string, string>> = {}): CsvTable {
  const [head, ...records] = recordsOf(text, separatorOf(text));
  const columns = (head?.cells ?? []).slice(0, MOST_COLUMNS).map((name) => {
    const plain = plainColumn(name);
    return Object.hasOwn(also, plain) ? (also[plain] ?? plain) : plain;
  });
  return {
    columns,
    rows: records.map(({ line, cells, broken }) => ({
      line,
      cells: new Map(
        columns.flatMap((column, index) => (column === '' ? [] : [[column, unguarded(cells[index] ?? '')]])),
      ),
      ...(broken !== undefined && { broken }),
    })),
  };
}
