import createBidi, { type Bidi } from 'bidi-js';

// Hebrew, Arabic and what else is written from right to left (Unicode's blocks; UAX 9, Default_Bidi_Class).
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** The package's types say that it is an ES module; the function that Node gives for it is what its CommonJS exports. */
function start(create: unknown): Bidi {
  if (typeof create !== 'function') throw new Error('This bidi-js cannot be started');
  return create();
}
const bidi = start(createBidi);

/**
 * The embedding level of each UTF-16 unit: odd runs from right to left. The first letter decides for the whole, as it does
 * in HTML with `dir="auto"`. Undefined where everything runs from left to right.
 */
export const bidiLevels = (text: string): Uint8Array | undefined =>
  rightToLeft.test(text) ? bidi.getEmbeddingLevels(text).levels : undefined;

/** What stands in the mirror at an odd level: an opening bracket for a closing one. */
export const mirrored = (character: string): string => bidi.getMirroredCharacter(character) ?? character;

/** Puts the parts of one line into the order in which they stand, from left to right (UAX 9, rule L2). */
export function visualOrder<Part extends { readonly level: number }>(parts: readonly Part[]): readonly Part[] {
  const order = [...parts];
  const highest = Math.max(0, ...parts.map(({ level }) => level));
  for (let level = highest; level > 0; level -= 1)
    for (let start = 0; start < order.length; start += 1) {
      let end = start;
      while (end < order.length && (order[end]?.level ?? 0) >= level) end += 1;
      if (end > start) order.splice(start, end - start, ...order.slice(start, end).toReversed());
      start = Math.max(start, end);
    }
  return order;
}
