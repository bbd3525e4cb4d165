import type { Key, ListQuery } from '../../shared/ports.ts';

/** The sort keys that a list's query is about, both included. */
export interface ListRange {
  readonly low: string;
  readonly high: string;
}

// A condition on a key takes no empty text; nothing sorts before the first or after the second.
const first = '\u0001';
const last = '\u{10ffff}';

/** The range of a query; one that nothing can be in where its bounds exclude each other. */
export function rangeOf({ prefix, from = first, until = last }: ListQuery): ListRange | undefined {
  const low = prefix !== undefined && prefix > from ? prefix : from;
  const high = prefix !== undefined && `${prefix}${last}` < until ? `${prefix}${last}` : until;
  return low <= high ? { low: low || first, high } : undefined;
}

/** Where a page of a list ended: the index's sort key, and the key of the row. */
export interface ListPlace extends Key {
  readonly listSk: string;
}

/** Keys end at 2,048 bytes in DynamoDB, sort keys at 1,024. */
const longest = { pk: 2_048, sk: 1_024, listSk: 1_024 } as const;

/** The cursor for going on after a row. The list itself always comes from the caller. */
export const listCursorAfter = ({ listSk, pk, sk }: ListPlace): string =>
  Buffer.from(JSON.stringify([listSk, pk, sk]), 'utf8').toString('base64url');

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** The place to go on after. A cursor that no page of this range gave out counts as none. */
export function listPlaceOf(cursor: string | undefined, { low, high }: ListRange): ListPlace | undefined {
  if (!cursor) return undefined;
  const found = parsed(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(found) || found.length !== 3 || !found.every((part) => typeof part === 'string' && part !== ''))
    return undefined;
  const [listSk, pk, sk] = found as [string, string, string];
  const place = { listSk, pk, sk };
  const fits = Object.entries(longest).every(
    ([name, bytes]) => Buffer.byteLength(place[name as keyof ListPlace]) <= bytes,
  );
  return fits && listCursorAfter(place) === cursor && low <= listSk && listSk <= high ? place : undefined;
}
