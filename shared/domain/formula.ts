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
