import { ParkError } from '../../ports.ts';
import { coveredBy } from './coverage.ts';
import type { Face, Features, Glyph } from './face.ts';
import { shape } from './face.ts';
import { quoted } from './printable.ts';

/** How a piece of text is set. Sizes in points, tracking in thousandths of the size. */
export interface Style {
  /** The face to use, and what to fall back to. */
  readonly faces: readonly Face[];
  readonly size: number;
  readonly color: string;
  readonly tracking?: number;
  readonly features?: Features;
}

/** A text in one style; `what` names it when it cannot be printed. */
export interface Span {
  readonly text: string;
  readonly style: Style;
  readonly what: string;
}

/** Glyphs of one face, set at once. */
export interface Piece {
  readonly face: Face;
  readonly style: Style;
  readonly glyphs: readonly Glyph[];
  readonly width: number;
}

/** Pieces between which a line never breaks; `space` stands before it unless it begins a line. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly space?: Piece;
}

export interface Line {
  readonly pieces: readonly Piece[];
  /** Without the space that may stand, unseen, at the end of a line that goes on: it parts the words for who listens. */
  readonly width: number;
}

const pieceOf = (face: Face, style: Style, text: string): Piece => {
  const glyphs = shape(face, text, style.features ?? []);
  const units = glyphs.reduce((sum, { advance }) => sum + advance + (style.tracking ?? 0), 0);
  return { face, style, glyphs, width: (units * style.size) / 1000 };
};

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, { width }) => sum + width, 0);

// Where a line may break: after a space, after a hyphen or dash, and beside an ideograph, but never before closing
// punctuation (the simple part of kinsoku).
const breaks =
  /(?<= )|(?<=[\p{L}\p{N}][-–—/])(?=\p{L})|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])(?![\p{P}ーっゃゅょッャュョ ])|(?<=[^\s\p{Ps}\p{Pi}])(?=\p{Script=Han})/u;

/** Splits spans into words. Spans that touch without a space stay one word. */
function wordsOf(spans: readonly Span[]): readonly Word[] {
  const words: Word[] = [];
  let pieces: Piece[] = [];
  let space: Piece | undefined;
  const close = (): void => {
    if (pieces.length === 0) return;
    words.push({ pieces, width: widthOf(pieces), ...(space ? { space } : {}) });
    pieces = [];
    space = undefined;
  };
  for (const { text, style, what } of spans)
    for (const { face, text: run } of coveredBy(text, style.faces, what))
      for (const [index, part] of run.split(breaks).entries()) {
        const word = part.trimEnd();
        if (index > 0 || part.startsWith(' ')) close();
        if (word.trimStart() !== '') pieces.push(pieceOf(face, style, word.trimStart()));
        if (part.endsWith(' ')) {
          close();
          space = pieceOf(face, style, ' ');
        }
      }
  close();
  return words;
}

function lineOf(words: readonly Word[], next?: Word): Line {
  const pieces = words.flatMap(({ pieces: own, space }, index) => (space && index > 0 ? [space, ...own] : own));
  return { pieces: next?.space ? [...pieces, next.space] : pieces, width: widthOf(pieces) };
}

function fill(words: readonly Word[], measure: number): readonly Line[] {
  const lines: Word[][] = [];
  let width = 0;
  for (const word of words) {
    const line = lines.at(-1);
    const next = width + (word.space?.width ?? 0) + word.width;
    if (line && next <= measure) {
      line.push(word);
      width = next;
    } else {
      lines.push([word]);
      width = word.width;
    }
  }
  return lines.map((line, index) => lineOf(line, lines[index + 1]?.[0]));
}

/**
 * Sets text in lines no wider than `measure` points.
 * @throws ParkError when a single word is wider.
 */
export function setLines(spans: readonly Span[], measure: number): readonly Line[] {
  const lines = fill(wordsOf(spans), measure);
  if (lines.some(({ width }) => width > measure))
    throw new ParkError(
      `The ${spans[0]?.what ?? 'text'} ${quoted(spans.map(({ text }) => text).join(''))} has a word that is too long for its place on the certificate.`,
    );
  return lines;
}

/**
 * The same in as many lines, but of like length: a title's last line is not one lonely word. A single word that is wider
 * stands alone, and shows in `width`.
 */
export function setBalanced(spans: readonly Span[], measure: number): readonly Line[] {
  const words = wordsOf(spans);
  const widest = fill(words, measure);
  if (widest.length === 1) return widest;
  let [low, high] = [measure / widest.length, measure];
  while (high - low > 2) {
    const middle = (low + high) / 2;
    const lines = fill(words, middle);
    if (lines.length <= widest.length && lines.every(({ width }) => width <= middle)) high = middle;
    else low = middle;
  }
  return fill(words, high);
}
