import { isFormula } from '../../../shared/domain/formula.ts';

/** A cell as RFC 4180 quotes it, and as no spreadsheet takes for a formula. */
const cell = (text: string): string => `"${(isFormula(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A table as a CSV file: UTF-8 with the mark by which spreadsheets know it, lines ended by CR LF. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;

/** Hands a file to the browser to keep. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
