/**
 * What spreadsheets run instead of showing (ASVS 1.2.10; OWASP, CSV injection): a cell that begins with `=`, `+`, `-` or
 * `@`, in full width too, or with a tab, a line's end or NUL; white space and controls before it, which some programs
 * drop, do not hide it.
 */
const formula =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
  /^[\s\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]*[=+\-@＝＋－﹣＠﹢﹦﹫−\t\r\n\u0000]/u;

/** Whether a spreadsheet would run a cell instead of showing it. */
export const isFormula = (cell: string): boolean => formula.test(cell);

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
