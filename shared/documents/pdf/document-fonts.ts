import { aroundRows, Codes } from './codes.ts';
import type { Face, Glyph } from './face.ts';
import {
  codeSet,
  FontSubset,
  glyphKey,
  type NumberedFont,
  numbered,
  type ReadyFont,
  writeComposite,
  writeReady,
} from './font-subset.ts';
import type { PdfObjects, Ref } from './objects.ts';
import { type Pressed, plainPart, pressedPart, streamOf } from './press.ts';
import type { Line } from './typesetting.ts';
import type { WrittenPiece } from './written-piece.ts';

/** Fonts that documents begin with, and what was written with nothing else. */
export interface ReadyFonts {
  readonly byFace: ReadonlyMap<Face, ReadyFont>;
  readonly codes: Codes;
  /** The first code that none of them has a place for. */
  readonly end: number;
  /** The way back to Unicode, and how it begins. */
  readonly unicode: Ref;
  readonly rows: Pressed;
  readonly lines: WeakMap<Line, readonly WrittenPiece[]>;
}

const encoder = new TextEncoder();
const bytesOf = (text: string): Uint8Array => encoder.encode(text);

/** The fonts of a document: those that are ready, with the glyphs that they lack, and one for each further face. */
export class DocumentFonts {
  readonly #ready: ReadyFonts | undefined;
  readonly #codes: Codes;
  readonly #subsets = new Map<Face, FontSubset>();
  /** The faces in the order in which the page's content names them. */
  readonly #names: Map<Face, string>;
  /** How often a glyph was asked for that is not ready. */
  #asked = 0;

  constructor(ready?: ReadyFonts) {
    this.#ready = ready;
    this.#codes = new Codes(ready?.codes, ready?.end);
    this.#names = new Map([...(ready?.byFace ?? [])].map(([face, { name }]) => [face, name]));
  }

  /** Which font draws a glyph, and by which code. */
  encode(face: Face, glyph: Glyph): readonly [font: string, code: string] {
    const ready = this.#ready?.byFace.get(face);
    const code = ready?.codes.get(glyphKey(glyph));
    if (ready && code !== undefined) return [ready.name, code];
    this.#asked += 1;
    const subset = this.#subsets.get(face) ?? new FontSubset(face, this.#codes, ready);
    this.#subsets.set(face, subset);
    const name = this.#names.get(face) ?? `F${this.#names.size + 1}`;
    this.#names.set(face, name);
    return [name, subset.encode(glyph)];
  }

  /** Writes a line with these fonts; one that needs no more than what is ready is written alike in every document. */
  onceFor(line: Line, write: () => readonly WrittenPiece[]): readonly WrittenPiece[] {
    const known = this.#ready?.lines.get(line);
    if (known) return known;
    const before = this.#asked;
    const pieces = write();
    if (this.#asked === before) this.#ready?.lines.set(line, pieces);
    return pieces;
  }

  /** Writes them; returns what the page's content calls them. */
  write(objects: PdfObjects): readonly { readonly name: string; readonly ref: Ref }[] {
    const sets = new Map<number, Ref>();
    const setOf = (glyphs: number): Ref => {
      const set = sets.get(glyphs) ?? objects.plainStream('', codeSet(glyphs));
      sets.set(glyphs, set);
      return set;
    };
    const unicode = this.#ready?.unicode ?? objects.reserve();
    const fonts = [...this.#names.keys()].map((face, index): NumberedFont => {
      const ready = this.#ready?.byFace.get(face);
      const font = ready ?? numbered(objects, index);
      const subset = this.#subsets.get(face);
      if (subset) subset.write(objects, font, setOf);
      else if (ready) writeReady(objects, face, ready, setOf);
      if (!ready) writeComposite(objects, font, face, unicode);
      return font;
    });
    const [head, end] = aroundRows;
    const rows = this.#ready?.rows ?? pressedPart(objects.press, bytesOf(head));
    const rest = bytesOf(`${this.#codes.rows()}${end}`);
    // A few rows are not worth pressing.
    const pressed = rest.length < 256 ? plainPart(rest) : pressedPart(objects.press, rest);
    objects.putPressed(unicode, '', streamOf([rows, pressed]));
    return fonts.map(({ name, font }) => ({ name, ref: font }));
  }

  /** Prepares them to be what documents begin with. */
  prepare(objects: PdfObjects): ReadyFonts {
    const unicode = objects.reserve();
    const end = Math.max(1, ...[...this.#subsets.values()].map((subset) => subset.cut().ids.length));
    const byFace = new Map(
      [...this.#subsets].map(([face, subset], index): readonly [Face, ReadyFont] => {
        const font = numbered(objects, index);
        writeComposite(objects, font, face, unicode);
        return [face, subset.ready(objects, font, end)];
      }),
    );
    const rows = pressedPart(objects.press, bytesOf(`${aroundRows[0]}${this.#codes.rows()}`));
    return { byFace, codes: this.#codes, end, unicode, rows, lines: new WeakMap() };
  }
}
