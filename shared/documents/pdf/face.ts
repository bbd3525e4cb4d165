import { create, type Font } from '@cantoo/fontkit';

/** A font program that has been read, with what setting text needs of it. */
export interface Face {
  readonly font: Font;
  /** Multiply font units by this to get thousandths of the type size, PDF's unit for widths. */
  readonly perMille: number;
  /** Words that were shaped before, by features and text: a certificate says many words twice. */
  readonly shaped: Map<string, readonly Glyph[]>;
}

/** A glyph with its place, in thousandths of the type size. */
export interface Glyph {
  readonly id: number;
  /** The characters that it stands for; empty when an earlier glyph of its cluster says them. */
  readonly text: string;
  /** What the font program says, which is what the PDF's widths must say. */
  readonly width: number;
  /** How far the pen goes on: the width and the kerning. */
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** Reads a TrueType font program. @throws when it is a collection or no font at all. */
export function readFace(program: Uint8Array): Face {
  const font = create(program);
  if (!('layout' in font)) throw new Error('A certificate font must be a single TrueType face');
  return { font, perMille: 1000 / font.unitsPerEm, shaped: new Map() };
}

/** OpenType features by tag, switched on. */
export type Features = readonly string[];

// Words that are kept ready per face; a bound, so that a warm function does not grow with the names that it has seen.
const keptWords = 2_000;

/** Sets one word in a face: glyphs in the order of the pen, kerned, with marks on their letters. */
export function shape(face: Face, word: string, features: Features): readonly Glyph[] {
  const key = `${features.join()}\u0000${word}`;
  const known = face.shaped.get(key);
  if (known) return known;
  // The font engine keeps one record per glyph, with the characters of whoever asked for it first, or none when an accent's
  // part was asked for: a name would be copied out of the PDF differently after other names. So it forgets them.
  Reflect.set(face.font, '_glyphs', {});
  const { glyphs, positions } = face.font.layout(word, Object.fromEntries(features.map((tag) => [tag, true])));
  const { perMille } = face;
  const texts = textsOf(
    word,
    glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)),
  );
  const placed = glyphs.map((glyph, index): Glyph => {
    const position = positions?.[index];
    return {
      id: glyph.id,
      text: texts[index] ?? '',
      width: glyph.advanceWidth * perMille,
      advance: (position?.xAdvance ?? glyph.advanceWidth) * perMille,
      dx: (position?.xOffset ?? 0) * perMille,
      dy: (position?.yOffset ?? 0) * perMille,
    };
  });
  if (face.shaped.size >= keptWords) face.shaped.clear();
  face.shaped.set(key, placed);
  return placed;
}

/**
 * Which glyph stands for which characters. Letters of two alphabets that share an outline both come back as the first of
 * them; the word itself knows better.
 */
function textsOf(word: string, told: readonly string[]): readonly string[] {
  if (told.join('') === word) return told;
  const characters = [...word];
  // Else the first glyph says the word and the others nothing: still copied out of the PDF as it was entered.
  return told.length === characters.length ? characters : told.map((_, index) => (index === 0 ? word : ''));
}
