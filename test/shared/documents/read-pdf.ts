import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib';

/** One marked element of a page, as a screen reader would get it. */
export interface ReadElement {
  readonly role: string;
  readonly text: string;
  readonly alt?: string;
  readonly glyphs: readonly ReadGlyph[];
}

/** A glyph as drawn: its number in the embedded program, what it says, and whether the program draws anything for it. */
export interface ReadGlyph {
  readonly id: number;
  readonly text: string;
  readonly inked: boolean;
}

export interface ReadPdf {
  readonly document: PDFDocument;
  readonly elements: readonly ReadElement[];
  /** Numbers of glyphs in the embedded programs, as drawn; 0 would be a box. */
  readonly glyphIds: readonly number[];
  /** Characters that the content draws outside any tag. */
  readonly untagged: string;
  readonly content: string;
}

interface ReadFont {
  readonly unicode: ReadonlyMap<string, string>;
  readonly glyphs: Uint8Array;
  readonly inked: (id: number) => boolean;
}

const bytesOf = (stream: unknown): Uint8Array => {
  if (!(stream instanceof PDFRawStream)) throw new Error('Not a stream');
  return decodePDFRawStream(stream).decode();
};
const textOf = (stream: unknown): string => new TextDecoder('latin1').decode(bytesOf(stream));
const named = (dict: PDFDict, name: string) => dict.lookup(PDFName.of(name));
const dictOf = (dict: PDFDict, name: string): PDFDict => dict.lookup(PDFName.of(name), PDFDict);

function readFont(font: PDFDict): ReadFont {
  const map = textOf(named(font, 'ToUnicode'));
  const unicode = new Map<string, string>();
  for (const [, code = '', text = ''] of map.matchAll(/^<([0-9A-F]{4})> <([0-9A-F]+)>$/gm))
    unicode.set(code, String.fromCharCode(...(text.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))));
  const descendant = font.lookup(PDFName.of('DescendantFonts'), PDFArray).lookup(0, PDFDict);
  const program = bytesOf(named(dictOf(descendant, 'FontDescriptor'), 'FontFile2'));
  return { unicode, glyphs: bytesOf(named(descendant, 'CIDToGIDMap')), inked: outlinesOf(program) };
}

/** Which glyphs of a TrueType program have an outline, by its own index of them (OpenType, `loca`). */
function outlinesOf(program: Uint8Array): (id: number) => boolean {
  const view = new DataView(program.buffer, program.byteOffset, program.byteLength);
  const tables = new Map<string, number>();
  for (let entry = 12; entry < 12 + view.getUint16(4) * 16; entry += 16)
    tables.set(String.fromCharCode(...program.subarray(entry, entry + 4)), view.getUint32(entry + 8));
  const [head, loca, maxp] = ['head', 'loca', 'maxp'].map((tag) => tables.get(tag));
  if (head === undefined || loca === undefined || maxp === undefined) throw new Error('No TrueType program');
  const long = view.getInt16(head + 50) === 1;
  const start = (id: number): number => (long ? view.getUint32(loca + id * 4) : view.getUint16(loca + id * 2) * 2);
  return (id) => id < view.getUint16(maxp + 4) && start(id + 1) > start(id);
}

/** Reads a certificate back by its own tables alone: what is drawn, with what glyphs, under which tags. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const page = document.getPage(0).node;
  const resources = dictOf(dictOf(page, 'Resources'), 'Font');
  const fonts = new Map(
    resources.keys().map((name) => [name.decodeText(), readFont(resources.lookup(name, PDFDict))] as const),
  );
  const content = textOf(named(page, 'Contents'));
  const glyphIds: number[] = [];
  const drawn: ReadGlyph[][] = [];
  let [mcid, untagged] = [-1, ''];
  let font: ReadFont | undefined;
  const tokens = /\/(\w+) <<\/MCID (\d+)>> BDC|\/Artifact BMC|EMC|\/(F\d+) [\d.]+ Tf|<([0-9A-F]{4})>/g;
  for (const [token, , index, fontName, code] of content.matchAll(tokens)) {
    if (index !== undefined) mcid = Number(index);
    else if (token === '/Artifact BMC' || token === 'EMC') mcid = -1;
    else if (fontName !== undefined) font = fonts.get(fontName);
    else if (code !== undefined && font) {
      const cid = Number.parseInt(code, 16);
      const id = ((font.glyphs[cid * 2] ?? 0) << 8) | (font.glyphs[cid * 2 + 1] ?? 0);
      const text = font.unicode.get(code) ?? '';
      glyphIds.push(id);
      if (mcid < 0) untagged += text;
      else drawn[mcid] = [...(drawn[mcid] ?? []), { id, text, inked: font.inked(id) }];
    }
  }
  const top = dictOf(document.catalog, 'StructTreeRoot').lookup(PDFName.of('K'), PDFArray).lookup(0, PDFDict);
  const kids = top.lookup(PDFName.of('K'), PDFArray);
  const elements = [...Array(kids.size()).keys()].map((index): ReadElement => {
    const element = kids.lookup(index, PDFDict);
    const kid = named(element, 'K');
    const first = kid instanceof PDFArray ? kid.lookup(0) : kid;
    const alt = named(element, 'Alt');
    const glyphs = (first instanceof PDFNumber ? drawn[first.asNumber()] : undefined) ?? [];
    return {
      role: element.lookup(PDFName.of('S'), PDFName).decodeText(),
      text: glyphs.map(({ text }) => text).join(''),
      glyphs,
      ...(alt && 'decodeText' in alt && typeof alt.decodeText === 'function' ? { alt: String(alt.decodeText()) } : {}),
    };
  });
  return { document, elements, glyphIds, untagged, content };
}

/** A stream of a dictionary, decoded where it is compressed. */
export const streamText = (value: unknown): string => {
  if (value instanceof PDFRawStream) return new TextDecoder().decode(decodePDFRawStream(value).decode());
  if (value instanceof PDFStream) return new TextDecoder().decode(value.getContents());
  throw new Error('Not a stream');
};
