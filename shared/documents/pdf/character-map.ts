import { viewOf } from './byte-view.ts';

/** Which glyph a font draws a character with; 0 where it has none. */
export type CharacterMap = (codePoint: number) => number;

/** Reads the table `cmap`: the map of all of Unicode where there is one, else that of its first 65,536. */
export function readCharacterMap(table: Uint8Array): CharacterMap {
  const view = viewOf(table);
  const maps = new Map<number, DataView>();
  for (let record = 4; record < 4 + view.getUint16(2) * 8; record += 8) {
    const platform = view.getUint16(record);
    const map = viewOf(table.subarray(view.getUint32(record + 4)));
    // Unicode's own, and Windows' for Unicode.
    if (platform === 0 || (platform === 3 && view.getUint16(record + 2) !== 0)) maps.set(map.getUint16(0), map);
  }
  const [all, first] = [maps.get(12), maps.get(4)];
  if (all) return allOfUnicode(all);
  if (first) return firstOfUnicode(first);
  throw new Error('A certificate font must say which characters its glyphs are for');
}

/** The first of so many ordered entries of which it is true; their count where it is true of none. */
function firstWhere(count: number, isTrue: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Format 12: groups of characters that follow each other, as their glyphs do. */
function allOfUnicode(map: DataView): CharacterMap {
  const count = map.getUint32(12);
  return (codePoint) => {
    const group = 16 + 12 * firstWhere(count, (index) => map.getUint32(16 + 12 * index + 4) >= codePoint);
    if (group >= 16 + 12 * count || map.getUint32(group) > codePoint) return 0;
    return map.getUint32(group + 8) + codePoint - map.getUint32(group);
  };
}

/** Format 4: segments, each with a distance from characters to glyphs, or a list of glyphs. */
function firstOfUnicode(map: DataView): CharacterMap {
  const bytes = map.getUint16(6);
  const [ends, starts, deltas, lists] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes] as const;
  return (codePoint) => {
    const segment = 2 * firstWhere(bytes / 2, (index) => map.getUint16(ends + 2 * index) >= codePoint);
    if (codePoint > 0xffff || segment >= bytes || map.getUint16(starts + segment) > codePoint) return 0;
    const [delta, list] = [map.getUint16(deltas + segment), map.getUint16(lists + segment)];
    if (list === 0) return (codePoint + delta) & 0xffff;
    const listed = map.getUint16(lists + segment + list + 2 * (codePoint - map.getUint16(starts + segment)));
    return listed === 0 ? 0 : (listed + delta) & 0xffff;
  };
}
