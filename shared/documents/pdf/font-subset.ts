import { type PDFContext, PDFHexString, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';
import type { Face, Glyph } from './face.ts';

const hex4 = (value: number): string => value.toString(16).toUpperCase().padStart(4, '0');

/** A text in UTF-16, in hexadecimal digits as PDF writes it. */
export const utf16 = (text: string): string =>
  [...Array(text.length).keys()].map((i) => hex4(text.charCodeAt(i))).join('');

/** One character code of the embedded font: a glyph, and the text that it stands for here. */
interface Code {
  readonly glyph: Glyph;
  /** The glyph's number in the embedded program. */
  readonly subsetId: number;
}

/**
 * The part of a face that one document uses. A code is a glyph *and* its text, so that a Latin A and a Greek Α that share
 * an outline are still copied out of the PDF as what they are.
 */
export class FontSubset {
  readonly #face: Face;
  readonly #subset;
  readonly #codes = new Map<string, number>();
  readonly #used: Code[] = [];

  constructor(face: Face) {
    this.#face = face;
    this.#subset = face.font.createSubset();
  }

  /** The code of a glyph as four hexadecimal digits; the first use of a glyph adds it. */
  encode(glyph: Glyph): string {
    const key = `${glyph.id}/${glyph.text}`;
    const known = this.#codes.get(key);
    if (known !== undefined) return hex4(known);
    this.#used.push({ glyph, subsetId: this.#subset.includeGlyph(glyph.id) });
    this.#codes.set(key, this.#used.length);
    return hex4(this.#used.length);
  }

  /**
   * Writes the font into the document: a composite font with an embedded program, widths, the way back to Unicode, and
   * the set of its codes, as PDF/A-1 asks (ISO 19005-1, 6.3).
   */
  write(context: PDFContext, tag: string): PDFRef {
    const { font, perMille } = this.#face;
    const program = this.#subset.encode();
    const name = `${tag}+${font.postscriptName ?? 'Font'}`;
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        // Symbolic: codes mean what the embedded program says, not a standard encoding.
        Flags: 4,
        FontBBox: [font.bbox.minX, font.bbox.minY, font.bbox.maxX, font.bbox.maxY].map((unit) =>
          Math.round(unit * perMille),
        ),
        ItalicAngle: Math.round(font.italicAngle),
        Ascent: Math.round(font.ascent * perMille),
        Descent: Math.round(font.descent * perMille),
        CapHeight: Math.round(font.capHeight * perMille),
        StemV: 80,
        FontFile2: context.register(context.flateStream(program, { Length1: program.length })),
        CIDSet: context.register(context.flateStream(this.#codeSet())),
      }),
    );
    const descendant = context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: {
        Ordering: PDFHexString.of('4964656E74697479'),
        Registry: PDFHexString.of('41646F6265'),
        Supplement: 0,
      },
      FontDescriptor: descriptor,
      DW: 0,
      CIDToGIDMap: context.register(context.flateStream(this.#programIds())),
    });
    descendant.set(
      PDFName.of('W'),
      context.obj([PDFNumber.of(1), this.#used.map(({ glyph }) => rounded(glyph.width))]),
    );
    return context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [context.register(descendant)],
        ToUnicode: context.register(context.flateStream(this.#toUnicode())),
      }),
    );
  }

  #codeSet(): Uint8Array {
    const set = new Uint8Array((this.#used.length >> 3) + 1);
    for (let code = 0; code <= this.#used.length; code += 1)
      set[code >> 3] = (set[code >> 3] ?? 0) | (0x80 >> (code & 7));
    return set;
  }

  #programIds(): Uint8Array {
    const map = new Uint8Array((this.#used.length + 1) * 2);
    for (const [index, { subsetId }] of this.#used.entries()) {
      map[index * 2 + 2] = subsetId >> 8;
      map[index * 2 + 3] = subsetId & 0xff;
    }
    return map;
  }

  #toUnicode(): string {
    const rows = this.#used
      .map(({ glyph }, index) => ({ code: hex4(index + 1), text: utf16(glyph.text) }))
      .filter(({ text }) => text !== '')
      .map(({ code, text }) => `<${code}> <${text}>`);
    // A block holds at most 100 rows (Adobe Technical Note 5014).
    const blocks = [...Array(Math.ceil(rows.length / 100)).keys()].map((block) =>
      rows.slice(block * 100, block * 100 + 100),
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
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
