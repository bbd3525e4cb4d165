import { joined, viewOf } from './byte-view.ts';
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

/** Glyphs of a face as a program holds them, with the parts that they are composed of behind them. */
export interface CutGlyphs {
  /** Their numbers in the face; the place of each is its number in the program. */
  readonly ids: readonly number[];
  /** The first place of each. */
  readonly places: ReadonlyMap<number, number>;
  /** Where the outline of each ends. */
  readonly ends: readonly number[];
  /** The outlines of those that came in last. */
  readonly outlines: Uint8Array;
  /** The check of all outlines. */
  readonly sum: number;
}

// Nobody needs to see the box of a font for what it lacks: no certificate has one.
const empty = new Uint8Array();
const noGlyphs: CutGlyphs = { ids: [], places: new Map(), ends: [], outlines: empty, sum: 0 };

/**
 * Cuts glyphs out of a face, in the order given, to stand behind those that were cut before. A place for glyph 0 stays
 * empty, and so do those behind the last until there are as many as wanted `atLeast`.
 */
export function cutGlyphs(
  font: TrueType,
  wanted: readonly number[],
  { before = noGlyphs, atLeast = 0 }: { readonly before?: CutGlyphs; readonly atLeast?: number } = {},
): CutGlyphs {
  const [ids, places, ends] = [[...before.ids, ...wanted], new Map(before.places), [...before.ends]];
  for (const [index, id] of wanted.entries()) if (!places.has(id)) places.set(id, before.ids.length + index);
  const placeOf = (id: number): number => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, ids.length);
    return ids.push(id) - 1;
  };
  const outlines: Uint8Array[] = [];
  let end = ends.at(-1) ?? 0;
  for (let place = ends.length; place < ids.length || place < atLeast; place += 1) {
    const id = ids[place] ?? 0;
    ids[place] = id;
    const outline = id === 0 ? empty : plainOutline(font.outlineOf(id));
    const { places: parts } = partsOf(outline);
    const own = new Uint8Array(padded(outline.length));
    own.set(outline);
    for (const part of parts) viewOf(own).setUint16(part, placeOf(viewOf(own).getUint16(part)));
    outlines.push(own);
    end += own.length;
    ends.push(end);
  }
  const added = joined(outlines);
  return { ids, places, ends, outlines: added, sum: (before.sum + sumOf(added)) >>> 0 };
}

/** What stands before and behind the outlines of a program. */
interface AroundOutlines {
  readonly front: Uint8Array;
  readonly back: Uint8Array;
}

/**
 * The program of the glyphs that were cut, but for their outlines, so that those which many documents share can be pressed
 * once. What only serves setting text is left out: a PDF places each glyph by itself (ISO 32000-1, 9.9, table 126, says what
 * must stay).
 */
export function programAround(font: TrueType, { ids, ends, sum }: CutGlyphs): AroundOutlines {
  const [glyphs, total] = [ids.length, ends.at(-1) ?? 0];
  const isLong = total > 2 * 0xffff;
  const [loca, hmtx] = [new Uint8Array((glyphs + 1) * (isLong ? 4 : 2)), new Uint8Array(glyphs * 4)];
  const [places, measures] = [viewOf(loca), viewOf(hmtx)];
  for (const [place, id] of ids.entries()) {
    const end = ends[place] ?? total;
    if (isLong) places.setUint32((place + 1) * 4, end);
    else places.setUint16((place + 1) * 2, end / 2);
    measures.setUint16(place * 4, font.widthOf(id));
    measures.setInt16(place * 4 + 2, font.bearingOf(id));
  }
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => font.table(tag).slice()) as [
    ...[Uint8Array, Uint8Array, Uint8Array],
  ];
  viewOf(head).setInt16(50, isLong ? 1 : 0);
  viewOf(hhea).setUint16(34, glyphs);
  viewOf(maxp).setUint16(4, glyphs);
  const [before, behind] = [
    { head, hhea, maxp },
    { hmtx, loca },
  ].map(placedTables) as [Placed, Placed];
  const start = directoryBytes + before.bytes.length;
  const directory = directoryOf([
    { tag: 'glyf', at: start, length: total, sum },
    ...before.entries.map((entry) => ({ ...entry, at: directoryBytes + entry.at })),
    ...behind.entries.map((entry) => ({ ...entry, at: start + total + entry.at })),
  ]);
  return { front: joined([directory, before.bytes]), back: behind.bytes };
}

interface Entry {
  readonly tag: string;
  readonly at: number;
  readonly length: number;
  readonly sum: number;
}
interface Placed {
  readonly entries: readonly Entry[];
  readonly bytes: Uint8Array;
}

const directoryBytes = 12 + 16 * 6;
const padded = (length: number): number => (length + 3) & ~3;

/** Tables behind each other, each filled up to whole words of four bytes. */
function placedTables(tables: Readonly<Record<string, Uint8Array>>): Placed {
  const bytes = new Uint8Array(Object.values(tables).reduce((sum, { length }) => sum + padded(length), 0));
  let at = 0;
  const entries = Object.entries(tables).map(([tag, table]): Entry => {
    bytes.set(table, at);
    const entry = { tag, at, length: table.length, sum: sumOf(bytes.subarray(at, at + padded(table.length))) };
    at += padded(table.length);
    return entry;
  });
  return { entries, bytes };
}

/** The sum of words of four bytes that a program gives of each table. */
function sumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  for (let word = 0; word < bytes.length; word += 4) sum = (sum + view.getUint32(word)) >>> 0;
  return sum;
}

/** The directory of a program, by the names of its tables. */
function directoryOf(entries: readonly Entry[]): Uint8Array {
  const view = viewOf(new Uint8Array(directoryBytes));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, entries.length);
  for (const [index, { tag, at, length, sum }] of entries.toSorted(byTag).entries()) {
    const entry = 12 + 16 * index;
    for (const letter of [0, 1, 2, 3]) view.setUint8(entry + letter, tag.charCodeAt(letter));
    view.setUint32(entry + 4, sum);
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, length);
  }
  return new Uint8Array(view.buffer);
}

const byTag = (one: Entry, other: Entry): number => (one.tag < other.tag ? -1 : 1);
