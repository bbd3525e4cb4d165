/** A list with one entry at another place; places beyond its ends are its ends. */
export function moved<Item>(list: readonly Item[], from: number, to: number): readonly Item[] {
  const place = Math.max(0, Math.min(list.length - 1, to));
  const item = list[from];
  return item === undefined || place === from ? list : list.toSpliced(from, 1).toSpliced(place, 0, item);
}

/** A list with one entry changed. */
export const changedAt = <Item>(list: readonly Item[], at: number, item: Item): readonly Item[] => list.with(at, item);

/** A list without one entry. */
export const withoutAt = <Item>(list: readonly Item[], at: number): readonly Item[] => list.toSpliced(at, 1);
