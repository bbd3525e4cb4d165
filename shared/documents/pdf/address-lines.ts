import { type Line, type Style, setLines } from './typesetting.ts';

/** An address in lines that break where nobody misreads them: after a slash, else where the line is full. */
export function addressLines(address: string, style: Style, measure: number): readonly Line[] {
  const parts = address.replace(/^https?:\/\//, '').split(/(?<=\/)/);
  const rows: { text: string; width: number }[] = [];
  const set = (text: string): readonly Line[] =>
    setLines([{ text, style, what: 'verification address' }], Number.POSITIVE_INFINITY);
  const widthOf = (text: string): number => set(text).reduce((sum, { width }) => sum + width, 0);
  for (const part of parts)
    for (const piece of widthOf(part) <= measure ? [part] : [...part]) {
      const [last, width] = [rows.at(-1), widthOf(piece)];
      if (last && last.width + width <= measure) {
        last.text += piece;
        last.width += width;
      } else rows.push({ text: piece, width });
    }
  return rows.flatMap(({ text }) => set(text));
}
