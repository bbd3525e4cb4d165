import type { RowSaid } from '../../domain/import.ts';
import { maskEmail, normalizeEmail } from '../../domain/learner.ts';
import { type CsvRow, readCsv } from '../csv-table.ts';
import { oneLine } from '../exact.ts';

/** A row of a file of people or credits, as far as it can be judged by itself. */
export interface TableRow<Thing> {
  readonly line: number;
  readonly item: number;
  readonly about: string;
  /** Nothing where the row is wrong. */
  readonly value?: Thing;
  readonly said: readonly RowSaid[];
}

/** The rows of a file, or why it is none of its kind. */
export type TableRead<Thing> = { readonly rows: readonly TableRow<Thing>[] } | { readonly fault: RowSaid };

export const LARGEST_TABLE = 2_000_000;
const MOST_ROWS = 20_000;

/** Addresses as sign-in takes them, near enough: one @, a domain with a dot, nothing that a header could be broken with. */
const address = /^[^\s@<>()",;:\\[\]]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i;

/** Reads the cells of one row and records what is wrong with them. */
export class Cells {
  readonly said: RowSaid[] = [];
  readonly #row: CsvRow;
  constructor(row: CsvRow) {
    this.#row = row;
    if (row.broken !== undefined) this.blame(row.broken, 'Close the quotation mark, and write " within a cell as "".');
  }
  blame(message: string, remedy: string): void {
    this.said.push({ message, remedy });
  }
  text(column: string): string {
    return oneLine((this.#row.cells.get(column) ?? '').toWellFormed());
  }
  /** A text that must be there and fit. */
  needed(column: string, longest: number, clean: (text: string) => string = oneLine): string {
    const text = clean((this.#row.cells.get(column) ?? '').toWellFormed());
    if (text === '') this.blame(`The cell “${column}” is empty.`, 'Fill it, or remove the row.');
    else this.fits(column, text, longest);
    return text;
  }
  fits(column: string, text: string, longest: number): void {
    if (text.length > longest)
      this.blame(`The cell “${column}” has ${text.length} characters; ${longest} fit.`, 'Shorten it.');
  }
  email(): string {
    const email = normalizeEmail(this.text('email'));
    if (email === '') this.blame('The cell “email” is empty.', 'Fill it: the account is found by it.');
    else if (email.length > 254 || !address.test(email))
      this.blame('The cell “email” holds no e-mail address.', 'Write one like name@example.org.');
    return email;
  }
}

/** What a row is about, for staff who have the file: never the whole address. */
export const aboutEmail = (email: string): string => (email === '' ? '' : maskEmail(email));

/** Reads a table row by row; a row whose `keyOf` stood in the file before is wrong. */
export function readRows<Thing>(
  text: string,
  format: {
    readonly also: Readonly<Record<string, string>>;
    readonly needed: readonly string[];
    readonly example: string;
    read(cells: Cells): { readonly about: string; readonly value: Thing };
    keyOf(value: Thing): string;
  },
): TableRead<Thing> {
  if (text.length > LARGEST_TABLE)
    return {
      fault: {
        message: `The file has ${text.length} characters; ${LARGEST_TABLE} fit.`,
        remedy: 'Split it into several files, each with the head.',
      },
    };
  const { columns, rows } = readCsv(text, format.also);
  const missing = format.needed.filter((column) => !columns.includes(column));
  if (missing.length > 0)
    return {
      fault: {
        message: `The table has no column “${missing.join('” and no column “')}”.`,
        remedy: `Begin with a row like: ${format.example}.`,
      },
    };
  if (rows.length === 0)
    return { fault: { message: 'The table has no row below its head.', remedy: 'Add a row for each.' } };
  if (rows.length > MOST_ROWS)
    return {
      fault: {
        message: `The table has ${rows.length} rows; ${MOST_ROWS} fit.`,
        remedy: 'Split it into several files.',
      },
    };
  const first = new Map<string, number>();
  return {
    rows: rows.map((row, index): TableRow<Thing> => {
      const cells = new Cells(row);
      const { about, value } = format.read(cells);
      const place = { line: row.line, item: index + 1, about };
      if (cells.said.length === 0) {
        const key = format.keyOf(value);
        const before = first.get(key);
        if (before !== undefined) cells.blame(`Line ${before} says the same.`, 'Remove one of the two.');
        else first.set(key, row.line);
      }
      return cells.said.length > 0 ? { ...place, said: cells.said } : { ...place, value, said: [] };
    }),
  };
}
