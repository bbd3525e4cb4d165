import type { Face, Glyph } from './face.ts';
import { FontSubset, glyphKey } from './font-subset.ts';
import type { PdfObjects, Ref } from './objects.ts';
import type { WrittenPiece } from './text-operators.ts';
import type { Line } from './typesetting.ts';

/** A font that stands in a file, with the codes that it has. */
interface WrittenFont {
  /** What the page's content calls it: `F1`. */
  readonly name: string;
  readonly ref: Ref;
  /** The codes of its glyphs, by `glyphKey`. */
  readonly codes: ReadonlyMap<string, string>;
}

/** Fonts that stand in a file, and what was written with nothing else. */
export interface WrittenFonts {
  readonly byFace: ReadonlyMap<Face, WrittenFont>;
  readonly lines: WeakMap<Line, readonly WrittenPiece[]>;
}

interface NewFont {
  readonly name: string;
  readonly subset: FontSubset;
}

/** The fonts of a document: those that were written before, and beside them one for each face of which they lack a glyph. */
export class DocumentFonts {
  readonly #written: WrittenFonts;
  readonly #new = new Map<Face, NewFont>();
  /** How often a font was asked for that is not written yet. */
  #asked = 0;

  constructor(written: WrittenFonts = { byFace: new Map(), lines: new WeakMap() }) {
    this.#written = written;
  }

  /** Which font draws a glyph, and by which code. */
  encode(face: Face, glyph: Glyph): readonly [font: string, code: string] {
    const { byFace } = this.#written;
    const written = byFace.get(face);
    const code = written?.codes.get(glyphKey(glyph));
    if (written && code !== undefined) return [written.name, code];
    this.#asked += 1;
    let font = this.#new.get(face);
    if (!font) {
      font = { name: `F${byFace.size + this.#new.size + 1}`, subset: new FontSubset(face) };
      this.#new.set(face, font);
    }
    return [font.name, font.subset.encode(glyph)];
  }

  /** Writes a line with these fonts; one that needs no new font is written alike in every document that begins with them. */
  onceFor(line: Line, write: () => readonly WrittenPiece[]): readonly WrittenPiece[] {
    const known = this.#written.lines.get(line);
    if (known) return known;
    const before = this.#asked;
    const pieces = write();
    if (this.#asked === before) this.#written.lines.set(line, pieces);
    return pieces;
  }

  /** Writes what is not written yet; returns all of them. */
  write(objects: PdfObjects): readonly WrittenFont[] {
    return [...this.#written.byFace.values(), ...this.stock(objects).byFace.values()];
  }

  /** Writes what is not written yet to be what other documents begin with. */
  stock(objects: PdfObjects): WrittenFonts {
    const { byFace } = this.#written;
    const entries = [...this.#new].map(([face, { name, subset }], index): readonly [Face, WrittenFont] => {
      // Six letters before the name say that it is a subset, and which (ISO 32000-1, 9.6.4).
      const tag = `CREDW${String.fromCharCode(65 + ((byFace.size + index) % 26))}`;
      return [face, { name, ref: subset.write(objects, tag), codes: subset.codes }];
    });
    return { byFace: new Map(entries), lines: new WeakMap() };
  }
}
