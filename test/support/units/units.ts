import { isDeepStrictEqual } from 'node:util';
import { listsIndex, workIndex } from '../../../shared/table.ts';
import { type Item, itemSize } from './item-size.ts';

const READ_STEP = 4 * 1_024;
const WRITE_STEP = 1_024;

/**
 * Read units of one request for so many bytes: steps of 4 KiB, one even where there is nothing, half of it where a copy that may
 * lag answers. A query rounds its sum, not each item
 * (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html).
 */
export const readUnits = (bytes: number, { consistent }: { readonly consistent: boolean }): number =>
  Math.max(1, Math.ceil(bytes / READ_STEP)) * (consistent ? 1 : 0.5);

/** Write units of one item: steps of 1 KiB, one even where there is nothing. */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_STEP));

/** Which of a row each index holds: `work` the whole, `lists` the keys and one attribute. */
const indexes = [
  { name: workIndex.name, keys: ['workPk', 'workSk'], holds: undefined },
  {
    name: listsIndex.name,
    keys: ['listPk', 'listSk'],
    holds: new Set(['pk', 'sk', 'listPk', 'listSk', listsIndex.holds]),
  },
] as const;
export type IndexName = (typeof indexes)[number]['name'];

/** What an index holds of an item, or nothing where it is not in it. */
export function indexed(name: IndexName, item: Item | undefined): Item | undefined {
  const index = indexes.find((each) => each.name === name);
  if (!item || !index?.keys.every((key) => item[key])) return undefined;
  const { holds } = index;
  return holds ? Object.fromEntries(Object.entries(item).filter(([key]) => holds.has(key))) : item;
}

/** A put of an entry is one write; another under the same key too, and nothing where nothing changed; a move is two. */
function indexUnits(name: IndexName, before: Item | undefined, after: Item | undefined): number {
  const [was, is] = [indexed(name, before), indexed(name, after)];
  const keys = indexes.find((each) => each.name === name)?.keys ?? [];
  if (!was || !is) return was || is ? writeUnits(itemSize(was ?? is ?? {})) : 0;
  if (keys.some((key) => was[key]?.S !== is[key]?.S)) return writeUnits(itemSize(was)) + writeUnits(itemSize(is));
  return isDeepStrictEqual(was, is) ? 0 : writeUnits(Math.max(itemSize(was), itemSize(is)));
}

/** What a write costs: the table's own units, twice as many within a transaction, and those of each index, which are not. */
export function unitsOfPut(
  before: Item | undefined,
  after: Item,
  { inTransaction }: { readonly inTransaction: boolean },
): { readonly table: number; readonly work: number; readonly lists: number } {
  const larger = Math.max(before ? itemSize(before) : 0, itemSize(after));
  return {
    table: writeUnits(larger) * (inTransaction ? 2 : 1),
    work: indexUnits('work', before, after),
    lists: indexUnits('lists', before, after),
  };
}
