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
  return { unicode, glyphs: bytesOf(named(descendant, 'CIDToGIDMap')) };
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
  const texts: string[] = [];
  let [mcid, untagged] = [-1, ''];
  let font: ReadFont | undefined;
  const tokens = /\/(\w+) <<\/MCID (\d+)>> BDC|\/Artifact BMC|EMC|\/(F\d+) [\d.]+ Tf|<([0-9A-F]{4})>/g;
  for (const [token, , index, fontName, code] of content.matchAll(tokens)) {
    if (index !== undefined) mcid = Number(index);
    else if (token === '/Artifact BMC' || token === 'EMC') mcid = -1;
    else if (fontName !== undefined) font = fonts.get(fontName);
    else if (code !== undefined && font) {
      const cid = Number.parseInt(code, 16);
      glyphIds.push(((font.glyphs[cid * 2] ?? 0) << 8) | (font.glyphs[cid * 2 + 1] ?? 0));
      const text = font.unicode.get(code) ?? '';
      if (mcid < 0) untagged += text;
      else texts[mcid] = (texts[mcid] ?? '') + text;
    }
  }
  const top = dictOf(document.catalog, 'StructTreeRoot').lookup(PDFName.of('K'), PDFArray).lookup(0, PDFDict);
  const kids = top.lookup(PDFName.of('K'), PDFArray);
  const elements = [...Array(kids.size()).keys()].map((index): ReadElement => {
    const element = kids.lookup(index, PDFDict);
    const kid = named(element, 'K');
    const first = kid instanceof PDFArray ? kid.lookup(0) : kid;
    const alt = named(element, 'Alt');
    return {
      role: element.lookup(PDFName.of('S'), PDFName).decodeText(),
      text: (first instanceof PDFNumber ? texts[first.asNumber()] : undefined) ?? '',
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
