import { viewOf } from './byte-view.ts';
import { readCharacterMap } from './character-map.ts';

/**
 * A TrueType font program that has been read: what setting and embedding need of it, and no more. Measures are in its own
 * units, of which `unitsPerEm` are the type size (OpenType 1.9.1, by the names of its tables).
 */
export interface TrueType {
  readonly unitsPerEm: number;
  /** What PostScript calls it, which PDF does too. */
  readonly name: string;
  readonly box: readonly [left: number, bottom: number, right: number, top: number];
  readonly italicAngle: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  /** The tags of the rules that it places glyphs by: `kern`, `mkmk`. */
  readonly placing: ReadonlySet<string>;
  /** The glyph of a character; 0 where it has none. */
  glyphOf(codePoint: number): number;
  widthOf(glyph: number): number;
  /** How far the outline begins to the right of the pen. */
  bearingOf(glyph: number): number;
  /** The outline as it stands in the program; empty where nothing is drawn. */
  outlineOf(glyph: number): Uint8Array;
  /** A table, for who copies it. @throws when there is none. */
  table(tag: string): Uint8Array;
}

const ascii = new TextDecoder('latin1');

/** Reads a font program. @throws when it is a collection, or has no TrueType outlines. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const file = viewOf(bytes);
  // A Buffer's slices are no copies, and who cuts a font changes what was copied from it.
  const program = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, Uint8Array>();
  const count = program.length > 12 && file.getUint32(0) === 0x00010000 ? file.getUint16(4) : 0;
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    const at = file.getUint32(entry + 8);
    const tag = ascii.decode(program.subarray(entry, entry + 4));
    tables.set(tag, program.subarray(at, at + file.getUint32(entry + 12)));
  }
  const table = (tag: string): Uint8Array => {
    const found = tables.get(tag);
    if (!found) throw new Error(`A certificate font must be a single TrueType face; this one has no table ${tag}`);
    return found;
  };
  const [head, hhea, post, maxp] = ['head', 'hhea', 'post', 'maxp'].map((tag) => viewOf(table(tag))) as [
    ...[DataView, DataView, DataView, DataView],
  ];
  const [glyf, loca, metrics] = [table('glyf'), viewOf(table('loca')), viewOf(table('hmtx'))];
  const glyphs = maxp.getUint16(4);
  const isLong = head.getInt16(50) === 1;
  const startOf = (glyph: number): number => (isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2);
  // Past this many the widths repeat the last one.
  const widths = hhea.getUint16(34);
  const os2 = tables.get('OS/2');
  const ascent = hhea.getInt16(4);
  return {
    unitsPerEm: head.getUint16(18),
    name: postScriptName(table('name')),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    italicAngle: post.getInt32(4) / 65_536,
    ascent,
    descent: hhea.getInt16(6),
    capHeight: os2 && viewOf(os2).getUint16(0) >= 2 ? viewOf(os2).getInt16(88) : ascent,
    placing: placingRules(tables.get('GPOS')),
    glyphOf: readCharacterMap(table('cmap')),
    widthOf: (glyph) => metrics.getUint16(Math.min(glyph, widths - 1) * 4),
    bearingOf: (glyph) => metrics.getInt16(glyph < widths ? glyph * 4 + 2 : widths * 4 + (glyph - widths) * 2),
    outlineOf: (glyph) => (glyph < glyphs ? glyf.subarray(startOf(glyph), startOf(glyph + 1)) : new Uint8Array()),
    table,
  };
}

const postScriptNameId = 6;

/** The name that is made of ASCII alone, whichever encoding it is kept in. */
function postScriptName(name: Uint8Array): string {
  const view = viewOf(name);
  const texts = view.getUint16(4);
  for (let record = 6; record < 6 + view.getUint16(2) * 12; record += 12)
    if (view.getUint16(record + 6) === postScriptNameId) {
      const at = texts + view.getUint16(record + 10);
      const text = ascii.decode(name.subarray(at, at + view.getUint16(record + 8)));
      return text.replaceAll(/[^\x21-\x7e]/g, '');
    }
  return 'Font';
}

function placingRules(gpos: Uint8Array | undefined): ReadonlySet<string> {
  const tags = new Set<string>();
  if (!gpos) return tags;
  const view = viewOf(gpos);
  const list = view.getUint16(6);
  for (let index = 0; index < view.getUint16(list); index += 1) {
    const record = list + 2 + index * 6;
    tags.add(ascii.decode(gpos.subarray(record, record + 4)));
  }
  return tags;
}
