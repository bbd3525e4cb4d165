import { joined } from './byte-view.ts';
import type { Codes } from './codes.ts';
import { type CutGlyphs, cutGlyphs, programAround } from './cut-font.ts';
import type { Face, Glyph } from './face.ts';
import type { PdfObjects, Ref } from './objects.ts';
import { type Pressed, plainPart, pressedPart, streamOf } from './press.ts';
import { code } from './strings.ts';

/** By what a glyph and its text are known among those of its face. */
export const glyphKey = ({ id, text }: Glyph): string => `${id}/${text}`;

/** A font of a document: what the page's content calls it, `F1`, and its objects. */
export interface NumberedFont {
  readonly name: string;
  /** Six letters before its face's name say that it is a subset, and which (ISO 32000-1, 9.6.4). */
  readonly tag: string;
  readonly font: Ref;
  readonly descendant: Ref;
  readonly descriptor: Ref;
  readonly program: Ref;
}

/** Numbers for the objects of a font that is the `index`th of its document. */
export function numbered(objects: PdfObjects, index: number): NumberedFont {
  const [font, descendant, descriptor, program] = [0, 1, 2, 3].map(() => objects.reserve()) as [Ref, Ref, Ref, Ref];
  const tag = `CREDW${String.fromCharCode(65 + (index % 26))}`;
  return { name: `F${index + 1}`, tag, font, descendant, descriptor, program };
}

/** A font that many documents begin with. Each writes it as it is, or with a few glyphs more. */
export interface ReadyFont extends NumberedFont {
  readonly codes: ReadonlyMap<string, string>;
  readonly cut: CutGlyphs;
  readonly outlines: Pressed;
  readonly widths: string;
  /** Its program, where no glyph is added. */
  readonly whole: Program;
}

interface Program {
  readonly length: number;
  readonly pressed: Uint8Array;
}

/** The set of the codes of a program with so many glyphs. */
type SetOf = (glyphs: number) => Ref;

/**
 * The part of a face that a document uses. A code is a glyph *and* its text, so that a Latin A and a Greek Α that share an
 * outline are still copied out of the PDF as what they are.
 */
export class FontSubset {
  readonly #face: Face;
  readonly #given: Codes;
  readonly #ready: ReadyFont | undefined;
  readonly #codes = new Map<string, string>();
  readonly #glyphs = new Map<number, Glyph>();

  /**
   * @param given the codes of the document
   * @param ready what there is already of this face
   */
  constructor(face: Face, given: Codes, ready?: ReadyFont) {
    this.#face = face;
    this.#given = given;
    this.#ready = ready;
  }

  /** The code of a glyph as four hexadecimal digits; the first use of a glyph adds it. */
  encode(glyph: Glyph): string {
    const key = glyphKey(glyph);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    // Codes are the numbers of the glyphs in the embedded program. Where one is ready, its places are all given.
    const first = this.#ready?.cut.ids.length ?? 1;
    const number = this.#given.codeFor(glyph.text, (one) => one < first || this.#glyphs.has(one));
    const given = code(number);
    this.#glyphs.set(number, glyph);
    this.#codes.set(key, given);
    return given;
  }

  /** Cuts its glyphs, each at the place that is its code. */
  cut(atLeast = 0): CutGlyphs {
    const first = this.#ready?.cut.ids.length ?? 0;
    const wanted = Array.from(
      { length: this.#given.end - first },
      (_, index) => this.#glyphs.get(first + index)?.id ?? 0,
    );
    return cutGlyphs(this.#face.font, wanted, { atLeast, ...(this.#ready && { before: this.#ready.cut }) });
  }

  /** Prepares it to be what documents begin with, in programs of one length. */
  ready(objects: PdfObjects, font: NumberedFont, atLeast: number): ReadyFont {
    const cut = this.cut(atLeast);
    const outlines = pressedPart(objects.press, cut.outlines);
    const { front, back } = programAround(this.#face.font, cut);
    const parts = [pressedPart(objects.press, front), outlines, pressedPart(objects.press, back)];
    return {
      ...{ ...font, codes: this.#codes, cut, outlines, widths: this.#widths() },
      whole: { length: front.length + outlines.length + back.length, pressed: streamOf(parts) },
    };
  }

  /** Writes it, with what is ready of it. */
  write(objects: PdfObjects, font: NumberedFont, setOf: SetOf): void {
    const cut = this.cut();
    const { front, back } = programAround(this.#face.font, cut);
    const ready = this.#ready ? [this.#ready.outlines] : [];
    const parts = [plainPart(front), ...ready, pressedPart(objects.press, joined([cut.outlines, back]))];
    const program = { length: parts.reduce((sum, { length }) => sum + length, 0), pressed: streamOf(parts) };
    const widths = `${this.#ready?.widths ?? ''}${this.#widths()}`;
    writeBody(objects, font, { face: this.#face, program, widths, glyphs: cut.ids.length }, setOf);
  }

  /** Its widths, wherever it has glyphs behind each other. */
  #widths(): string {
    let [widths, next] = ['', -1];
    for (const [number, { width }] of [...this.#glyphs].toSorted(([one], [other]) => one - other)) {
      widths += `${number === next ? ' ' : next < 0 ? `${number}[` : `]${number}[`}${Math.round(width * 100) / 100}`;
      next = number + 1;
    }
    return widths === '' ? '' : `${widths}]`;
  }
}

const nameOf = ({ tag }: NumberedFont, { font }: Face): string => `/${tag}+${font.name}`;

/** Writes what the page calls: a composite font, which says alike in every document what its codes mean. */
export const writeComposite = (objects: PdfObjects, font: NumberedFont, face: Face, unicode: Ref): Ref =>
  objects.put(
    font.font,
    `<</Type/Font/Subtype/Type0/BaseFont${nameOf(font, face)}/Encoding/Identity-H/DescendantFonts[${font.descendant}]/ToUnicode ${unicode}>>`,
  );

/** What differs between the documents that have a font. */
interface FontBody {
  readonly face: Face;
  readonly program: Program;
  readonly widths: string;
  readonly glyphs: number;
}

/** Writes the embedded program, its widths, and the set of its codes, as PDF/A-1 asks (ISO 19005-1, 6.3). */
function writeBody(objects: PdfObjects, font: NumberedFont, body: FontBody, setOf: SetOf): void {
  const { face, program, widths, glyphs } = body;
  const { perMille, font: own } = face;
  const units = (value: number): number => Math.round(value * perMille);
  const name = nameOf(font, face);
  objects.putPressed(font.program, `/Length1 ${program.length}`, program.pressed);
  objects.put(
    font.descriptor,
    // Symbolic: codes mean what the embedded program says, not a standard encoding.
    `<</Type/FontDescriptor/FontName${name}/Flags 4/FontBBox[${own.box.map(units).join(' ')}]/ItalicAngle ${Math.round(
      own.italicAngle,
    )}/Ascent ${units(own.ascent)}/Descent ${units(own.descent)}/CapHeight ${units(own.capHeight)}/StemV 80/FontFile2 ${font.program}/CIDSet ${setOf(glyphs)}>>`,
  );
  objects.put(
    font.descendant,
    `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${font.descriptor}/DW 0/CIDToGIDMap/Identity/W[${widths}]>>`,
  );
}

/** Writes a font that is ready, as it is. */
export const writeReady = (objects: PdfObjects, face: Face, ready: ReadyFont, setOf: SetOf): void =>
  writeBody(objects, ready, { face, program: ready.whole, widths: ready.widths, glyphs: ready.cut.ids.length }, setOf);

/** A bit for each glyph of a program, all of them set. */
export function codeSet(glyphs: number): Uint8Array {
  const set = new Uint8Array((glyphs + 7) >> 3).fill(0xff);
  const last = set.length - 1;
  set[last] = (0xff << (set.length * 8 - glyphs)) & 0xff;
  return set;
}
