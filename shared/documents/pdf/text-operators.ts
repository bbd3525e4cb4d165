import { rgb } from './artwork.ts';
import type { DocumentFonts } from './document-fonts.ts';
import type { Line, PlacedPiece, Style } from './typesetting.ts';
import { number } from './vector-path.ts';
import type { WrittenPiece } from './written-piece.ts';

/** A line as PDF writes it, with its left end at a place on its baseline: an operator for each stretch of one style. */
export const textOperators = (
  line: Line,
  { x, y }: { readonly x: number; readonly y: number },
  fonts: DocumentFonts,
): readonly string[] =>
  fonts
    .onceFor(line, () => joined(line.pieces).map((piece) => writtenPiece(piece, fonts)))
    .map(
      (piece) => `BT ${piece.color} rg ${piece.stance} ${number(x + piece.x)} ${number(y)} Tm ${piece.operators} ET`,
    );

const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.001;

/** Pieces of one style that follow each other from left to right, as one. */
function joined(pieces: readonly PlacedPiece[]): readonly PlacedPiece[] {
  const out: PlacedPiece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    const goesOn =
      last?.face === piece.face &&
      last.style === piece.style &&
      (last.level | piece.level) % 2 === 0 &&
      near(last.x + last.width, piece.x);
    if (!goesOn) out.push(piece);
    else
      out[out.length - 1] = {
        ...last,
        glyphs: [...last.glyphs, ...piece.glyphs],
        width: last.width + piece.width,
        text: last.text + piece.text,
      };
  }
  return out;
}

/** Leaning letters lean as Source Sans' own italics do, by eleven degrees. */
export const stanceOf = ({ oblique }: Pick<Style, 'oblique'>): string => (oblique ? '1 0 .194 1' : '1 0 0 1');

/** Glyphs are written in the order in which they are read: who reads the page's stream hears the words as they are. */
function writtenPiece({ face, style, glyphs, level, x }: PlacedPiece, fonts: DocumentFonts): WrittenPiece {
  let pen = 0;
  const placed = glyphs.map((glyph) => {
    const at = pen + glyph.dx;
    pen += glyph.advance + (style.tracking ?? 0);
    return { glyph, at };
  });
  // Where letters are tracked, the pen is told once, not between any two of them.
  const between = Math.round((style.tracking ?? 0) * style.size) / 1_000;
  const out: string[] = between === 0 ? [] : [`${number(between)} Tc`];
  let [font, row, codes, rise] = ['', '', '', 0];
  // Where the pen stands, in thousandths.
  let stands = 0;
  const show = (): void => {
    if (codes !== '') row += `<${codes}>`;
    codes = '';
  };
  const flush = (): void => {
    show();
    if (row !== '') out.push(`[${row}]TJ`);
    row = '';
  };
  for (const { glyph, at } of level % 2 === 1 ? placed.toReversed() : placed) {
    const [own, code] = fonts.encode(face, glyph);
    if (own !== font) {
      flush();
      font = own;
      out.push(`/${font} ${number(style.size)} Tf`);
    }
    if (glyph.dy !== rise) {
      flush();
      rise = glyph.dy;
      out.push(`${number((rise * style.size) / 1000)} Ts`);
    }
    if (!near(stands, at)) {
      show();
      // What a row begins with is no different from what stands between two of its glyphs.
      row += number(stands - at);
    }
    codes += code;
    stands = at + glyph.width + (between * 1_000) / style.size;
  }
  flush();
  if (rise !== 0) out.push('0 Ts');
  if (between !== 0) out.push('0 Tc');
  return { x, color: rgb(style.color), stance: stanceOf(style), operators: out.join(' ') };
}
