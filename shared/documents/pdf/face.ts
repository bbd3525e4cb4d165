import type { NationalSet } from './han.ts';
import type { HarfBuzz, Setting, ShapingFont } from './harfbuzz.ts';
import { Recent } from './recent.ts';
import type { Script } from './scripts.ts';
import { readTrueType, type TrueType } from './true-type.ts';

/** A font program, which is read when a text first needs it: most certificates never need most of them. */
export interface Face {
  readonly font: TrueType;
  /** Multiply font units by this to get thousandths of the type size, PDF's unit for widths. */
  readonly perMille: number;
  readonly shaper: ShapingFont;
  /** Words that were shaped before, by features and text: a certificate says many words twice. */
  readonly shaped: Recent<readonly Glyph[]>;
  /** For a face of a script with rules of its own: which. */
  readonly script?: Script;
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

/** A face of a program that is not read yet. What it is asked for throws when the program is no single TrueType face. */
export function faceOf(
  program: () => Uint8Array,
  harfBuzz: () => HarfBuzz,
  about: Pick<Face, 'script' | 'national'> = {},
): Face {
  let [bytes, font, shaper]: [Uint8Array?, TrueType?, ShapingFont?] = [];
  const file = (): Uint8Array => {
    bytes ??= program();
    return bytes;
  };
  const read = (): TrueType => {
    font ??= readTrueType(file());
    return font;
  };
  return {
    get font() {
      return read();
    },
    get perMille() {
      return 1000 / read().unitsPerEm;
    },
    get shaper() {
      shaper ??= harfBuzz().font(file());
      return shaper;
    },
    shaped: new Recent(keptWords),
    ...about,
  };
}

/** OpenType features by tag, switched on. */
export type Features = readonly string[];

// Words that are kept ready, per face.
const keptWords = 1_000;

/** Sets a stretch of text in a face: glyphs in the order of the pen, kerned, with marks on their letters. */
const set = (face: Face, text: string, setting: Setting): readonly Glyph[] => {
  const { font, perMille, shaper } = face;
  const shaped = shaper.shape(text, setting);
  const starts = [...new Set(shaped.map(({ cluster }) => cluster))].toSorted((one, two) => one - two);
  const saying = (index: number): string => {
    const cluster = shaped[index]?.cluster ?? 0;
    // The glyph of a cluster that is read first says all of it.
    if (shaped[setting.rightToLeft ? index + 1 : index - 1]?.cluster === cluster) return '';
    return text.slice(cluster, starts[starts.indexOf(cluster) + 1]);
  };
  return shaped.map(
    ({ id, advance, dx, dy }, index): Glyph => ({
      id,
      text: saying(index),
      width: font.widthOf(id) * perMille,
      advance: advance * perMille,
      dx: dx * perMille,
      dy: dy * perMille,
    }),
  );
};

/** Sets a word of letters that stand side by side, from left to right. */
export const shape = (face: Face, word: string, features: Features): readonly Glyph[] =>
  // A word alone is a key that need not be made.
  face.shaped.get(features.length === 0 ? word : `${features.join()}\u0000${word}`, () =>
    set(face, word, { features }),
  );

/** Sets a stretch of a script with rules of its own, which runs in one direction: glyphs from left to right. */
export const shapeScript = (face: Face, text: string, rightToLeft: boolean): readonly Glyph[] =>
  face.shaped.get(`${rightToLeft}\u0000${text}`, () => {
    if (!face.script) throw new Error('This face sets no script with rules of its own');
    return set(face, text, { script: face.script.code, rightToLeft });
  });
