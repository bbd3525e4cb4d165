import { type Line, type Style, setLines } from './typesetting.ts';

/** An address in lines that break where nobody misreads them: after a slash, else where the line is full. */
export function addressLines(address: string, style: Style, measure: number): readonly Line[] {
  const parts = address.replace(/^https?:\/\//, '').split(/(?<=\/)/);
  const rows: { text: string; width: number }[] = [];
  const set = (text: string): readonly Line[] =>
    setLines([{ text, style, what: 'verification address' }], Number.POSITIVE_INFINITY);
  const widthOf = (text: string): number => set(text).reduce((sum, { width }) => sum + width, 0);
  const sized = (text: string) => ({ text, width: widthOf(text) });
  for (const part of parts) {
    const whole = sized(part);
    for (const piece of whole.width <= measure ? [whole] : [...part].map(sized)) {
      const last = rows.at(-1);
      if (last && last.width + piece.width <= measure) {
        last.text += piece.text;
        last.width += piece.width;
      } else rows.push(piece);
    }
  }
  return rows.flatMap(({ text }) => set(text));
}
