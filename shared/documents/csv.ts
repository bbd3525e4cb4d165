import { isFormula } from '../domain/formula.ts';

/** A cell as RFC 4180 quotes it, and as no spreadsheet takes for a formula: an apostrophe before it makes it text. */
const cell = (text: string): string => {
  const whole = text.toWellFormed();
  return `"${(isFormula(whole) ? `'${whole}` : whole).replaceAll('"', '""')}"`;
};

/**
 * A table as a CSV file (RFC 4180): every cell quoted, lines ended by CR LF, in UTF-8 with the byte order mark, without
 * which Excel reads names of most languages wrong. Programs that read RFC 4180 skip it.
 */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
