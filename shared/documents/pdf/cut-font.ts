import { viewOf } from './byte-view.ts';
import type { TrueType } from './true-type.ts';

// A composite glyph's flags (OpenType, `glyf`).
const flag = { wideArguments: 1, scale: 8, more: 32, scaleXy: 64, matrix: 128, instructions: 256 };
const headerBytes = 10;

/** The places in a composite glyph at which its parts are named, and where the last of them ends. */
function partsOf(outline: Uint8Array): { readonly places: readonly number[]; readonly end: number } {
  const view = viewOf(outline);
  const places: number[] = [];
  if (outline.length < headerBytes || view.getInt16(0) >= 0) return { places, end: outline.length };
  let at = headerBytes;
  for (let flags = flag.more; flags & flag.more; ) {
    flags = view.getUint16(at);
    places.push(at + 2);
    at += 4 + (flags & flag.wideArguments ? 4 : 2);
    at += flags & flag.matrix ? 8 : flags & flag.scaleXy ? 4 : flags & flag.scale ? 2 : 0;
  }
  return { places, end: at };
}

/** An outline without the instructions that fit it to coarse screens: they call on programs that are not embedded. */
function plainOutline(outline: Uint8Array): Uint8Array {
  if (outline.length < headerBytes) return outline;
  const contours = viewOf(outline).getInt16(0);
  if (contours < 0) {
    const { places, end } = partsOf(outline);
    const plain = outline.slice(0, end);
    for (const place of places) {
      const flags = viewOf(plain).getUint16(place - 2);
      viewOf(plain).setUint16(place - 2, flags & ~flag.instructions);
    }
    return plain;
  }
  const at = headerBytes + 2 * contours;
  const count = viewOf(outline).getUint16(at);
  if (count === 0) return outline;
  const plain = new Uint8Array(outline.length - count);
  plain.set(outline.subarray(0, at));
  plain.set(outline.subarray(at + 2 + count), at + 2);
  return plain;
}

/** Glyphs of a face with everything that they are composed of. */
interface CutGlyphs {
  /** Their numbers in the face; the place of each is its number in what was cut. */
  readonly ids: readonly number[];
  readonly outlines: readonly Uint8Array[];
}

function withParts(font: TrueType, wanted: readonly number[]): CutGlyphs {
  const ids = [...wanted];
  const places = new Map<number, number>();
  for (const [place, id] of wanted.entries()) if (!places.has(id)) places.set(id, place);
  const placeOf = (id: number): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const outlines: Uint8Array[] = [];
  for (let place = 0; place < ids.length; place += 1) {
    // Nobody needs to see the box of a font for what it lacks: no certificate has one.
    const outline = plainOutline(place === 0 ? new Uint8Array() : font.outlineOf(ids[place] ?? 0));
    const { places: parts } = partsOf(outline);
    const own = parts.length > 0 ? outline.slice() : outline;
    for (const part of parts) viewOf(own).setUint16(part, placeOf(viewOf(own).getUint16(part)));
    outlines.push(own);
  }
  return { ids, outlines };
}

/** A font program of some glyphs, and how many it has: those that were asked for, then the parts that they share. */
export interface CutFont {
  readonly program: Uint8Array;
  readonly glyphs: number;
}

/**
 * Cuts a face down to some of its glyphs, in the order given, the empty one before them. What only serves setting text is
 * left out: a PDF places each glyph by itself (ISO 32000-1, 9.9, table 126, says what must stay).
 */
export function cutFont(font: TrueType, wanted: readonly number[]): CutFont {
  const { ids, outlines } = withParts(font, [0, ...wanted]);
  const glyphs = ids.length;
  const even = outlines.map(({ length }) => length + (length % 2));
  const total = even.reduce((sum, length) => sum + length, 0);
  const isLong = total > 2 * 0xffff;
  const [glyf, loca] = [new Uint8Array(total), new Uint8Array((glyphs + 1) * (isLong ? 4 : 2))];
  const metrics = new Uint8Array(glyphs * 4);
  const [places, measures] = [viewOf(loca), viewOf(metrics)];
  let at = 0;
  for (const [place, outline] of outlines.entries()) {
    glyf.set(outline, at);
    at += even[place] ?? 0;
    if (isLong) places.setUint32((place + 1) * 4, at);
    else places.setUint16((place + 1) * 2, at / 2);
    measures.setUint16(place * 4, font.widthOf(ids[place] ?? 0));
    measures.setInt16(place * 4 + 2, font.bearingOf(ids[place] ?? 0));
  }
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => font.table(tag).slice()) as [
    ...[Uint8Array, Uint8Array, Uint8Array],
  ];
  viewOf(head).setInt16(50, isLong ? 1 : 0);
  viewOf(hhea).setUint16(34, glyphs);
  viewOf(maxp).setUint16(4, glyphs);
  return { glyphs, program: assembled({ glyf, head, hhea, hmtx: metrics, loca, maxp }) };
}

/** A program of tables, which are named in alphabetical order. */
function assembled(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const entries = Object.entries(tables);
  const padded = (length: number): number => (length + 3) & ~3;
  const start = 12 + 16 * entries.length;
  const program = new Uint8Array(entries.reduce((sum, [, { length }]) => sum + padded(length), start));
  const view = viewOf(program);
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  let at = start;
  for (const [index, [tag, table]] of entries.entries()) {
    const entry = 12 + 16 * index;
    for (const letter of [0, 1, 2, 3]) view.setUint8(entry + letter, tag.charCodeAt(letter));
    program.set(table, at);
    let sum = 0;
    for (let word = at; word < at + padded(table.length); word += 4) sum = (sum + view.getUint32(word)) >>> 0;
    view.setUint32(entry + 4, sum);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, table.length);
    at += padded(table.length);
  }
  return program;
}
