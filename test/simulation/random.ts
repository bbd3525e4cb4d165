/** Chance from a seed: the same seed draws the same numbers for ever. */
export interface Random {
  /** In [0, 1). */
  fraction(): number;
  /** A whole number from 0 up to, and never, `bound`. */
  below(bound: number): number;
  between(least: number, bound: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** A stream of its own, so that one part's draws do not shift another's. */
  fork(): Random;
}

/** Mulberry32 by Tommy Ettinger: 32 bits of state, plenty for schedules and fast. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const fraction = (): number => draw() / 2 ** 32;
  const below = (bound: number): number => Math.floor(fraction() * bound);
  return {
    fraction,
    below,
    between: (least, bound) => least + below(bound - least),
    chance: (probability) => fraction() < probability,
    pick(items) {
      const item = items[below(items.length)];
      if (item === undefined) throw new RangeError('There is nothing to pick from');
      return item;
    },
    // Mixed once more, so that neighbouring forks are no shifted copies of each other.
    fork: () => randomFrom(Math.imul(draw() ^ 0x9e3779b9, 0x85ebca6b)),
  };
}
