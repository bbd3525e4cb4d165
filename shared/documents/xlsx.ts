import { strToU8, zipSync } from 'fflate';

/** A cell of a sheet. Text is never run: only a cell of a formula's own kind is, and there is none here (ISO/IEC 29500-1, 18.3). */
export type SheetCell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly value: number; readonly format: NumberFormat };

/** How a number is shown. Dates are numbers of days. */
export type NumberFormat = 'plain' | 'hundredths' | 'date' | 'instant';

const formats: Readonly<Record<NumberFormat, string>> = {
  plain: '0',
  hundredths: '0.00',
  date: 'yyyy\\-mm\\-dd',
  instant: 'yyyy\\-mm\\-dd hh:mm:ss',
};
const formatNames = Object.keys(formats) as NumberFormat[];
/** The style of a heading comes first, then one for each format. */
const styleOf = (format: NumberFormat): number => formatNames.indexOf(format) + 2;

/** Days since the day before which Excel counts none, its leap day of 1900 included, which never was. */
export const excelDays = (epochMs: number): number => epochMs / 86_400_000 + 25_569;

// Characters that XML 1.0 has no way to write.
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what is looked for.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(unwritable, '')
    // Excel takes `_x0041_` for the character of that number, and the first of these for an underscore (ISO/IEC 29500-1, 22.9.2.19).
    .replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);

/** More is cut off by Excel, which then says that the file is damaged. */
const LONGEST_TEXT = 32_767;

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const inline = (text: string): string =>
  `<is><t xml:space="preserve">${xml([...text].slice(0, LONGEST_TEXT).join(''))}</t></is>`;

function cellXml(cell: SheetCell | undefined, place: string, heading: boolean): string {
  if (!cell) return '';
  return cell.is === 'text'
    ? `<c r="${place}" t="inlineStr"${heading ? ' s="1"' : ''}>${inline(cell.text)}</c>`
    : `<c r="${place}" s="${styleOf(cell.format)}"><v>${cell.value}</v></c>`;
}

const rowXml = (cells: readonly (SheetCell | undefined)[], row: number): string =>
  `<row r="${row}">${cells.map((cell, column) => cellXml(cell, `${lettersOf(column)}${row}`, row === 1)).join('')}</row>`;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const media = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const styles = (): string =>
  `${head}<styleSheet xmlns="${main}"><numFmts count="${formatNames.length}">${formatNames
    .map((name, index) => `<numFmt numFmtId="${164 + index}" formatCode="${xml(formats[name])}"/>`)
    .join(
      '',
    )}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formatNames.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${formatNames
    .map(
      (_, index) => `<xf numFmtId="${164 + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
    )
    .join('')}</cellXfs></styleSheet>`;

/** The same bytes for the same table: ZIP knows no time before 1980. */
const MTIME = new Date(1980, 0, 1);

/**
 * A workbook of one sheet (Office Open XML), headings frozen and to be filtered by. Written by hand, since it is five small
 * files: a library would be many times as large as this in every function that exports.
 */
export function xlsxOf(sheet: {
  readonly name: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly (SheetCell | undefined)[])[];
}): Uint8Array {
  // What a sheet may be called: not these characters, and 31 of the others.
  const name = xml(sheet.name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));
  const last = `${lettersOf(Math.max(0, sheet.widths.length - 1))}${Math.max(1, sheet.rows.length)}`;
  const columns = sheet.widths
    .map((width, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${media}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${media}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${media}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles(),
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${sheet.rows
      .map((cells, index) => rowXml(cells, index + 1))
      .join('')}</sheetData><autoFilter ref="A1:${last}"/></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])), {
    mtime: MTIME,
    level: 6,
  });
}
