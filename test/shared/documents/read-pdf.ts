import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
  PDFString,
} from 'pdf-lib';

/** One marked element of a page, as a screen reader would get it. */
export interface ReadElement {
  readonly role: string;
  readonly text: string;
  readonly alt?: string;
  /** What it is said to say, for who does not see its glyphs. */
  readonly actual?: string;
  readonly glyphs: readonly ReadGlyph[];
  /** What it holds, as a table its rows; `text` and `glyphs` are then those of all of them. */
  readonly kids: readonly ReadElement[];
  /** The pages that it is on. */
  readonly pages: readonly number[];
  /** What a table's heading is the heading of. */
  readonly scope?: string;
}

/** A glyph as drawn: its number in the embedded program, what it says, and whether the program draws anything for it. */
export interface ReadGlyph {
  readonly id: number;
  readonly text: string;
  readonly inked: boolean;
  /** Whether it is of an italic face, or leans. */
  readonly italic: boolean;
}

export interface ReadPdf {
  readonly document: PDFDocument;
  readonly elements: readonly ReadElement[];
  /** Numbers of glyphs in the embedded programs, as drawn; 0 would be a box. */
  readonly glyphIds: readonly number[];
  /** Characters that the content draws outside any tag. */
  readonly untagged: string;
  readonly content: string;
  /** What the pages draw by name: ornaments and the provider's drawings. */
  readonly drawings: readonly string[];
}

interface ReadFont {
  readonly unicode: ReadonlyMap<string, string>;
  readonly inked: (id: number) => boolean;
  readonly italic: boolean;
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
  // So that a code is the number of a glyph of the program.
  if (named(descendant, 'CIDToGIDMap') !== PDFName.of('Identity')) throw new Error('Codes are not numbers of glyphs');
  const angle = dictOf(descendant, 'FontDescriptor').lookup(PDFName.of('ItalicAngle'), PDFNumber).asNumber();
  return { unicode, inked: outlinesOf(program), italic: angle !== 0 };
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

/** What a page draws, by the marks that it draws it under. */
interface ReadPage {
  readonly drawn: readonly (readonly ReadGlyph[])[];
  readonly untagged: string;
  readonly content: string;
  readonly drawings: readonly string[];
}

function readPage(page: PDFDict, fontOf: (font: PDFDict) => ReadFont): ReadPage {
  const resources = dictOf(dictOf(page, 'Resources'), 'Font');
  const fonts = new Map(
    resources.keys().map((name) => [name.decodeText(), fontOf(resources.lookup(name, PDFDict))] as const),
  );
  const streams = page.lookup(PDFName.of('Contents'), PDFArray);
  const content = Array.from({ length: streams.size() }, (_, index) => textOf(streams.lookup(index))).join('\n');
  const forms = named(dictOf(page, 'Resources'), 'XObject');
  const drawings = forms instanceof PDFDict ? forms.keys().map((name) => textOf(forms.lookup(name))) : [];
  const drawn: ReadGlyph[][] = [];
  let [mcid, depth, untagged] = [-1, 0, ''];
  let font: ReadFont | undefined;
  let leans = false;
  const tokens =
    /\/(\w+) <<\/MCID (\d+)>> BDC|\/Artifact BMC|\/Span <<\/ActualText <[0-9A-F]+>>> BDC|EMC|1 0 (\S+) 1 \S+ \S+ Tm|\/(F\d+) [\d.]+ Tf|<((?:[0-9A-F]{4})+)>/g;
  for (const [token, , index, lean, fontName, codes] of content.matchAll(tokens)) {
    if (token.endsWith('BDC') || token.endsWith('BMC')) depth += 1;
    if (index !== undefined) mcid = Number(index);
    else if (token === '/Artifact BMC') mcid = -1;
    else if (token === 'EMC') {
      depth -= 1;
      if (depth === 0) mcid = -1;
    } else if (lean !== undefined) leans = lean !== '0';
    else if (fontName !== undefined) font = fonts.get(fontName);
    else if (font)
      for (const code of codes?.match(/.{4}/g) ?? []) {
        const id = Number.parseInt(code, 16);
        const text = font.unicode.get(code) ?? '';
        if (mcid < 0) untagged += text;
        else drawn[mcid] = [...(drawn[mcid] ?? []), { id, text, inked: font.inked(id), italic: font.italic || leans }];
      }
  }
  return { drawn, untagged, content, drawings };
}

/** Reads a document back by its own tables alone: what is drawn, with what glyphs, under which tags. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Map<PDFDict, ReadFont>();
  const fontOf = (font: PDFDict): ReadFont => {
    const read = fonts.get(font) ?? readFont(font);
    fonts.set(font, read);
    return read;
  };
  const pages = new Map(document.getPages().map(({ node }) => [node as PDFDict, readPage(node, fontOf)]));
  const readElement = (element: PDFDict): ReadElement => {
    const said = (key: string): string | undefined => {
      const value = named(element, key);
      return value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : undefined;
    };
    const [alt, actual] = [said('Alt'), said('ActualText')];
    const page = named(element, 'Pg');
    const kid = named(element, 'K');
    const held = kid instanceof PDFArray ? [...Array(kid.size()).keys()].map((index) => kid.lookup(index)) : [kid];
    const kids = held.filter((one) => one instanceof PDFDict && one.has(PDFName.of('S'))) as PDFDict[];
    const read = kids.map(readElement);
    const own = held.flatMap((one) =>
      one instanceof PDFNumber && page instanceof PDFDict ? (pages.get(page)?.drawn[one.asNumber()] ?? []) : [],
    );
    const glyphs = [...own, ...read.flatMap((one) => one.glyphs)];
    const at = own.length > 0 && page instanceof PDFDict ? [[...pages.keys()].indexOf(page)] : [];
    const attributes = named(element, 'A');
    const scope = attributes instanceof PDFDict ? named(attributes, 'Scope') : undefined;
    return {
      role: element.lookup(PDFName.of('S'), PDFName).decodeText(),
      text: kids.length > 0 ? read.map(({ text }) => text).join('\n') : own.map(({ text }) => text).join(''),
      glyphs,
      kids: read,
      pages: [...new Set([...at, ...read.flatMap((one) => one.pages)])],
      ...(scope instanceof PDFName ? { scope: scope.decodeText() } : {}),
      ...(alt === undefined ? {} : { alt }),
      ...(actual === undefined ? {} : { actual }),
    };
  };
  const top = dictOf(document.catalog, 'StructTreeRoot').lookup(PDFName.of('K'), PDFArray).lookup(0, PDFDict);
  const all = [...pages.values()];
  const elements = readElement(top).kids;
  return {
    document,
    elements,
    glyphIds: elements.flatMap(({ glyphs }) => glyphs.map(({ id }) => id)),
    untagged: all
      .map(({ untagged }) => untagged)
      .join('\n')
      .trim(),
    content: all.map(({ content }) => content).join('\n'),
    drawings: all.flatMap(({ drawings }) => drawings),
  };
}

/** A stream of a dictionary, decoded where it is compressed. */
export const streamText = (value: unknown): string => {
  if (value instanceof PDFRawStream) return new TextDecoder().decode(decodePDFRawStream(value).decode());
  if (value instanceof PDFStream) return new TextDecoder().decode(value.getContents());
  throw new Error('Not a stream');
};
