import { create, type Font } from '@cantoo/fontkit';
import type { NationalSet } from './han.ts';
import type { HarfBuzz, ShapingFont } from './harfbuzz.ts';
import type { Script } from './scripts.ts';

/** A font program that has been read, with what setting text needs of it. */
export interface Face {
  readonly font: Font;
  /** Multiply font units by this to get thousandths of the type size, PDF's unit for widths. */
  readonly perMille: number;
  /** Words that were shaped before, by features and text: a certificate says many words twice. */
  readonly shaped: Map<string, readonly Glyph[]>;
  /** For a face of a script with rules of its own: which, and the shaper that keeps them. */
  readonly script?: Script;
  readonly shaper?: ShapingFont | undefined;
  /** For a face of ideographs: whose forms it has. */
  readonly national?: NationalSet;
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

/** A face whose program is read when a text first needs it: most certificates never do. */
export function lateFace(
  program: () => Uint8Array,
  about: { readonly script?: Script; readonly harfBuzz?: () => HarfBuzz; readonly national?: NationalSet } = {},
): Face {
  const { script, harfBuzz, national } = about;
  let known: { readonly face: Face; readonly shaper: ShapingFont | undefined } | undefined;
  const read = () => {
    if (known) return known;
    const bytes = program();
    known = { face: readFace(bytes), shaper: harfBuzz?.().font(bytes) };
    return known;
  };
  return {
    get font() {
      return read().face.font;
    },
    get perMille() {
      return read().face.perMille;
    },
    get shaper() {
      return read().shaper;
    },
    shaped: new Map(),
    ...(script ? { script } : {}),
    ...(national ? { national } : {}),
  };
}

/** OpenType features by tag, switched on. */
export type Features = readonly string[];

// Words that are kept ready per face; a bound, so that a warm function does not grow with the names that it has seen.
const keptWords = 2_000;

function kept(face: Face, key: string, set: () => readonly Glyph[]): readonly Glyph[] {
  const known = face.shaped.get(key);
  if (known) return known;
  const glyphs = set();
  if (face.shaped.size >= keptWords) face.shaped.clear();
  face.shaped.set(key, glyphs);
  return glyphs;
}

/** Sets one word in a face: glyphs in the order of the pen, kerned, with marks on their letters. */
export const shape = (face: Face, word: string, features: Features): readonly Glyph[] =>
  kept(face, `${features.join()}\u0000${word}`, () => {
    // The font engine keeps one record per glyph, with the characters of whoever asked for it first, or none when an
    // accent's part was asked for: a name would be copied out of the PDF differently after other names. So it forgets them.
    Reflect.set(face.font, '_glyphs', {});
    const { glyphs, positions } = face.font.layout(word, Object.fromEntries(features.map((tag) => [tag, true])));
    const { perMille } = face;
    const texts = textsOf(
      word,
      glyphs.map(({ codePoints }) => String.fromCodePoint(...codePoints)),
    );
    return glyphs.map((glyph, index): Glyph => {
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
  });

/** Sets a stretch of a script with rules of its own, which runs in one direction: glyphs from left to right. */
export const shapeScript = (face: Face, text: string, rightToLeft: boolean): readonly Glyph[] =>
  kept(face, `${rightToLeft}\u0000${text}`, () => {
    const { font, perMille, script, shaper } = face;
    if (!script || !shaper) throw new Error('This face sets no script with rules of its own');
    const shaped = shaper.shape(text, script.code, rightToLeft);
    const starts = [...new Set(shaped.map(({ cluster }) => cluster))].toSorted((one, two) => one - two);
    const saying = (index: number): string => {
      const cluster = shaped[index]?.cluster ?? 0;
      // The glyph of a cluster that is read first says all of it.
      if (shaped[rightToLeft ? index + 1 : index - 1]?.cluster === cluster) return '';
      return text.slice(cluster, starts[starts.indexOf(cluster) + 1]);
    };
    return shaped.map(
      ({ id, advance, dx, dy }, index): Glyph => ({
        id,
        text: saying(index),
        width: (font.getGlyph(id)?.advanceWidth ?? 0) * perMille,
        advance: advance * perMille,
        dx: dx * perMille,
        dy: dy * perMille,
      }),
    );
  });

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
