import { type Line, type Style, setLines } from './typesetting.ts';

/** An address in lines that break where nobody misreads them: after a slash, else where the line is full. */
export function addressLines(address: string, style: Style, measure: number): readonly Line[] {
  const parts = address.replace(/^https?:\/\//, '').split(/(?<=\/)/);
  const rows: string[] = [];
  const fits = (text: string): boolean =>
    setLines([{ text, style, what: 'verification address' }], Number.POSITIVE_INFINITY).every(
      (line) => line.width <= measure,
    );
  for (const part of parts)
    for (const piece of fits(part) ? [part] : [...part]) {
      const last = rows.at(-1);
      if (last !== undefined && fits(last + piece)) rows[rows.length - 1] = last + piece;
      else rows.push(piece);
    }
  return rows.flatMap((row) =>
    setLines([{ text: row, style, what: 'verification address' }], Number.POSITIVE_INFINITY),
  );
}
