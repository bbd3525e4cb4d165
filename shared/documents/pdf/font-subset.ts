import { cutFont } from './cut-font.ts';
import type { Face, Glyph } from './face.ts';
import type { PdfObjects, Ref } from './objects.ts';
import { code, utf16 } from './strings.ts';

/** By what a glyph and its text are known among those of its face. */
export const glyphKey = ({ id, text }: Glyph): string => `${id}/${text}`;

/**
 * The part of a face that one document uses. A code is a glyph *and* its text, so that a Latin A and a Greek Α that share
 * an outline are still copied out of the PDF as what they are.
 */
export class FontSubset {
  readonly #face: Face;
  readonly #codes = new Map<string, string>();
  readonly #used: Glyph[] = [];

  constructor(face: Face) {
    this.#face = face;
  }

  /** The codes that were given, by what they are for. */
  get codes(): ReadonlyMap<string, string> {
    return this.#codes;
  }

  /** The code of a glyph as four hexadecimal digits; the first use of a glyph adds it. */
  encode(glyph: Glyph): string {
    const key = glyphKey(glyph);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    // Codes are the numbers of the glyphs in the embedded program, whose first is the empty one.
    const given = code(this.#used.push(glyph));
    this.#codes.set(key, given);
    return given;
  }

  /**
   * Writes the font into the document: a composite font with an embedded program, widths, the way back to Unicode, and
   * the set of its codes, as PDF/A-1 asks (ISO 19005-1, 6.3).
   */
  write(objects: PdfObjects, tag: string): Ref {
    const { font, perMille } = this.#face;
    const units = (value: number): number => Math.round(value * perMille);
    const { program, glyphs } = cutFont(
      font,
      this.#used.map(({ id }) => id),
    );
    const name = `/${tag}+${font.name}`;
    const file = objects.stream(`/Length1 ${program.length}`, program);
    const set = objects.plainStream('', codeSet(glyphs));
    const descriptor = objects.add(
      // Symbolic: codes mean what the embedded program says, not a standard encoding.
      `<</Type/FontDescriptor/FontName${name}/Flags 4/FontBBox[${font.box.map(units).join(' ')}]/ItalicAngle ${Math.round(
        font.italicAngle,
      )}/Ascent ${units(font.ascent)}/Descent ${units(font.descent)}/CapHeight ${units(font.capHeight)}/StemV 80/FontFile2 ${file}/CIDSet ${set}>>`,
    );
    const widths = this.#used.map(({ width }) => Math.round(width * 100) / 100).join(' ');
    const descendant = objects.add(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ${descriptor}/DW 0/CIDToGIDMap/Identity/W[1[${widths}]]>>`,
    );
    const unicode = objects.stream('', toUnicode(this.#used));
    return objects.add(
      `<</Type/Font/Subtype/Type0/BaseFont${name}/Encoding/Identity-H/DescendantFonts[${descendant}]/ToUnicode ${unicode}>>`,
    );
  }
}

/** A bit for each glyph of the program, all of them set. */
function codeSet(glyphs: number): Uint8Array {
  const set = new Uint8Array((glyphs + 7) >> 3).fill(0xff);
  const last = set.length - 1;
  set[last] = (0xff << (set.length * 8 - glyphs)) & 0xff;
  return set;
}

// A block holds at most 100 rows (Adobe Technical Note 5014).
const mostRows = 100;

function toUnicode(used: readonly Glyph[]): string {
  const rows = used.flatMap(({ text }, index) => (text === '' ? [] : [`<${code(index + 1)}> <${utf16(text)}>`]));
  const blocks = [...Array(Math.ceil(rows.length / mostRows)).keys()].map((block) =>
    rows.slice(block * mostRows, (block + 1) * mostRows),
  );
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
    '1 begincodespacerange <0000> <FFFF> endcodespacerange',
    ...blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n');
}
