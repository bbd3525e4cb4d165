import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from 'pdf-lib';
import { wordsOf, xmlFault } from './judge-markup.ts';

/** What a file says, or what is wrong with it. */
export type Read = { readonly fault: string } | { readonly texts: readonly string[] };

// What ASVS 5.0 1.2.10 names, and what a line's end would begin.
const runs = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** A CSV file as a strict reader of RFC 4180 takes it: every row as long, no cell that a spreadsheet runs. */
export function readCsv(file: string): Read {
  try {
    const rows = parse(file, { bom: true, record_delimiter: '\r\n', relax_column_count: false }) as string[][];
    const bad = rows.flat().find((cell) => runs.test(cell));
    if (bad !== undefined) return { fault: `a cell that a spreadsheet runs: ${JSON.stringify(bad)}` };
    return { texts: rows.flat().flatMap((cell) => (cell.startsWith("'") ? [cell, cell.slice(1)] : [cell])) };
  } catch (error) {
    return { fault: `no CSV by RFC 4180: ${String(error)}` };
  }
}

/** Excel takes `_x0041_` in a cell for the character of that number (ISO/IEC 29500-1, 22.9.2.19). */
const asExcelReads = (text: string): string =>
  text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** A workbook: well-formed, texts in its cells and numbers, and no formula. */
export function readXlsx(bytes: Uint8Array): Read {
  const files = Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)] as const);
  for (const [name, text] of files) {
    const fault = xmlFault(text);
    if (fault) return { fault: `${name}: ${fault}` };
  }
  const sheet = files.find(([name]) => name.endsWith('sheet1.xml'))?.[1] ?? '';
  const names = new Set([...sheet.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name));
  const unknown = [...names].filter((name) => !known.has(name ?? ''));
  if (unknown.length > 0) return { fault: `elements of another kind: ${unknown.join()}` };
  return { texts: [...sheet.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text = '']) => asExcelReads(wordsOf(text))) };
}
const known = new Set([
  'worksheet',
  'sheetViews',
  'sheetView',
  'pane',
  'cols',
  'col',
  'sheetData',
  'row',
  'c',
  'is',
  't',
  'v',
  'autoFilter',
]);

/** The keys and kinds by which a PDF does something, opens something or carries something (ISO 32000-2, 12.6; 7.11.4). */
const doing =
  /^\/(?:AA|OpenAction|JavaScript|JS|Launch|GoToR|GoToE|SubmitForm|ImportData|RichMedia\w*|EmbeddedFiles?|XFA|Sound|Movie|Rendition|Trans)$/;

/**
 * What the objects of a PDF would do: nothing, where it is text, drawings, tags, a signature, and links to this site.
 * @param site where its links may lead
 */
export async function actionsOf(bytes: Uint8Array, site: string): Promise<readonly string[]> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const found: string[] = [];
  const look = (object: PDFObject): void => {
    if (object instanceof PDFRawStream) look(object.dict);
    if (object instanceof PDFArray) for (const one of object.asArray()) look(one);
    if (!(object instanceof PDFDict)) return;
    for (const [key, value] of object.entries()) {
      const name = key.asString();
      if (doing.test(name)) found.push(name);
      if (value instanceof PDFName && name === '/S' && doing.test(value.asString())) found.push(value.asString());
      if (name === '/URI' && !isOurs(value, site)) found.push(`a link to ${String(value)}`);
      look(value);
    }
  };
  for (const [, object] of context.enumerateIndirectObjects()) look(object);
  return found;
}

const isOurs = (value: PDFObject, site: string): boolean =>
  (value instanceof PDFString || value instanceof PDFHexString) && value.decodeText().startsWith(`${site}/`);
