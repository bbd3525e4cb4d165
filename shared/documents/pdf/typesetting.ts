import { ParkError } from '../../ports.ts';
import { bidiLevels, mirrored, visualOrder } from './bidi.ts';
import { coveredBy, lettersOf, setScript } from './coverage.ts';
import type { Face, Features, Glyph } from './face.ts';
import { shape } from './face.ts';
import { called } from './printable.ts';
import { Recent } from './recent.ts';

/** How a piece of text is set. Sizes in points, tracking in thousandths of the size. */
export interface Style {
  /** The face to use, and what to fall back to. */
  readonly faces: readonly Face[];
  readonly size: number;
  readonly color: string;
  readonly tracking?: number;
  readonly features?: Features;
  /** Leans to the right, as italics do, for a face that has none of its own. */
  readonly oblique?: true;
  /** Each letter stands for itself, as in an address that nobody has seen before: it is shaped once for all of them. */
  readonly spelt?: true;
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
  /** What it says, in the order in which it is read. */
  readonly text: string;
  /** Odd where it runs from right to left. */
  readonly level: number;
}

/** Pieces between which a line never breaks; `space` stands before it unless it begins a line. */
interface Word {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly space?: Piece;
}

/** A piece in its line: so many points from the line's left end. */
export interface PlacedPiece extends Piece {
  readonly x: number;
}

export interface Line {
  /** In the order in which they are read, which is not everywhere the order from left to right. */
  readonly pieces: readonly PlacedPiece[];
  /** Without the space that may stand, unseen, at the end of a line that goes on: it parts the words for who listens. */
  readonly width: number;
  readonly text: string;
  /** Whether its glyphs alone do not say what it says: letters join, or change their order. */
  readonly shaped: boolean;
}

/** A sign as it stands in the mirror, which still says what was written. */
const inMirror = (face: Face, text: string, features: Features): readonly Glyph[] =>
  shape(face, mirrored(text), features).map((glyph, index) => ({ ...glyph, text: index === 0 ? text : '' }));

function pieceOf(face: Face, style: Style, text: string, level: number, what: string): Piece {
  const rightToLeft = level % 2 === 1;
  if (face.script) {
    const glyphs = setScript(face, text, rightToLeft, what);
    // Letters that join must not be tracked, and most of these scripts know no italics.
    const { oblique: _, ...upright } = style;
    const own: Style = { ...upright, size: style.size * face.script.scale, tracking: 0 };
    const units = glyphs.reduce((sum, { advance }) => sum + advance, 0);
    return { face, style: own, glyphs, width: (units * own.size) / 1000, text, level };
  }
  const features = style.features ?? [];
  const glyphs = rightToLeft
    ? inMirror(face, text, features)
    : (style.spelt ? lettersOf(text) : [text]).flatMap((part) => shape(face, part, features));
  const units = glyphs.reduce((sum, { advance }) => sum + advance + (style.tracking ?? 0), 0);
  return { face, style, glyphs, width: (units * style.size) / 1000, text, level };
}

/** Sets a stretch of one face by its levels: signs from right to left one by one, all else as long as the level stays. */
function piecesOf(face: Face, style: Style, text: string, levels: Uint8Array | undefined, what: string): Piece[] {
  if (!levels) return [pieceOf(face, style, text, 0, what)];
  const stretches: { text: string; level: number }[] = [];
  let at = 0;
  for (const letter of lettersOf(text)) {
    const level = levels[at] ?? 0;
    const last = stretches.at(-1);
    if (last?.level === level && (level % 2 === 0 || face.script)) last.text += letter;
    else stretches.push({ text: letter, level });
    at += letter.length;
  }
  return stretches.map((stretch) => pieceOf(face, style, stretch.text, stretch.level, what));
}

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
  const levels = bidiLevels(spans.map(({ text }) => text).join(''));
  let at = 0;
  for (const { text, style, what } of spans)
    for (const { face, text: run } of coveredBy(text, style.faces, what))
      for (const [index, part] of run.split(breaks).entries()) {
        const word = part.trim();
        if (index > 0 || part.startsWith(' ')) close();
        const start = at + part.length - part.trimStart().length;
        at += part.length;
        if (word !== '') pieces.push(...piecesOf(face, style, word, levels?.subarray(start), what));
        if (part.endsWith(' ')) {
          close();
          space = pieceOf(plainFace(face, style), style, ' ', levels?.[at - 1] ?? 0, what);
        }
      }
  close();
  return words;
}

// A script's own face need not have a space.
const plainFace = (face: Face, { faces }: Style): Face =>
  face.script ? (faces.find(({ script }) => !script) ?? face) : face;

function lineOf(words: readonly Word[], next?: Word): Line {
  const pieces = words.flatMap(({ pieces: own, space }, index) => (space && index > 0 ? [space, ...own] : own));
  const width = widthOf(pieces);
  const goesOn = next?.space ? [...pieces, next.space] : pieces;
  const places = new Map<Piece, number>();
  let pen = 0;
  for (const piece of visualOrder(pieces)) {
    places.set(piece, pen);
    pen += piece.width;
  }
  return {
    // The space at the end of a line stands outside of it, on the side where the line goes on.
    pieces: goesOn.map((piece) => ({
      ...piece,
      x: places.get(piece) ?? (piece.level % 2 === 1 ? -piece.width : width),
    })),
    width,
    text: goesOn.map(({ text }) => text).join(''),
    shaped: pieces.some(({ face, level }) => face.script || level > 0),
  };
}

/** Words that stand on one line. */
interface Row {
  readonly words: Word[];
  width: number;
}

function fill(words: readonly Word[], measure: number): readonly Row[] {
  const rows: Row[] = [];
  for (const word of words) {
    const row = rows.at(-1);
    const next = (row?.width ?? 0) + (word.space?.width ?? 0) + word.width;
    if (row && next <= measure) {
      row.words.push(word);
      row.width = next;
    } else rows.push({ words: [word], width: word.width });
  }
  return rows;
}

const linesOf = (rows: readonly Row[]): readonly Line[] =>
  rows.map(({ words }, index) => lineOf(words, rows[index + 1]?.words[0]));

// A certificate says most of its words on many certificates, in the same places.
const keptTexts = 1_000;
const kept = new WeakMap<readonly Face[], Recent<readonly Line[]>>();
const numbers = new WeakMap<readonly Face[], number>();
let faceLists = 0;

function numberOf(faces: readonly Face[]): number {
  const known = numbers.get(faces);
  if (known !== undefined) return known;
  faceLists += 1;
  numbers.set(faces, faceLists);
  return faceLists;
}

const spanKey = ({ text, what, style }: Span): string =>
  [
    numberOf(style.faces),
    style.size,
    style.color,
    style.tracking,
    style.features,
    style.oblique,
    style.spelt,
    what,
    text,
  ].join('\u0001');

/** What was set before in the same way; else it is set now. */
function once(how: string, spans: readonly Span[], measure: number, set: () => readonly Line[]): readonly Line[] {
  const [first] = spans;
  if (!first) return set();
  const ofFaces = kept.get(first.style.faces) ?? new Recent(keptTexts);
  kept.set(first.style.faces, ofFaces);
  return ofFaces.get(`${how} ${measure}\u0000${spans.map(spanKey).join('\u0000')}`, set);
}

/**
 * Sets text in lines no wider than `measure` points.
 * @throws ParkError when a single word is wider.
 */
export const setLines = (spans: readonly Span[], measure: number): readonly Line[] =>
  once('lines', spans, measure, () => {
    const rows = fill(wordsOf(spans), measure);
    if (rows.some(({ width }) => width > measure))
      throw new ParkError(
        `The ${called(spans[0]?.what ?? 'text', spans.map(({ text }) => text).join(''))} has a word that is too long for its place on the certificate.`,
      );
    return linesOf(rows);
  });

/**
 * The same in as many lines, but of like length: a title's last line is not one lonely word. A single word that is wider
 * stands alone, and shows in `width`.
 */
export const setBalanced = (spans: readonly Span[], measure: number): readonly Line[] =>
  once('balanced', spans, measure, () => {
    const words = wordsOf(spans);
    const widest = fill(words, measure);
    if (widest.length === 1) return linesOf(widest);
    let [low, high] = [measure / widest.length, measure];
    while (high - low > 2) {
      const middle = (low + high) / 2;
      const rows = fill(words, middle);
      if (rows.length <= widest.length && rows.every(({ width }) => width <= middle)) high = middle;
      else low = middle;
    }
    return linesOf(fill(words, high));
  });
