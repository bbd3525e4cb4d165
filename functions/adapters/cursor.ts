/**
 * Cursors of a partition's pages. A cursor carries the last sort key alone: the partition always comes from the caller, so
 * that a cursor made up by a client can never reach another partition.
 */

/** Sort keys end at 1,024 bytes in DynamoDB. */
const longestSortKey = 1_024;

/** The cursor for going on after a sort key. */
export const cursorAfter = (sk: string): string => Buffer.from(sk, 'utf8').toString('base64url');

/**
 * The sort key to go on after. A cursor that no page gave out (other letters, outside the prefix) counts as none: its
 * sender sees the first page and no error.
 */
export function sortKeyOf(cursor: string | undefined, prefix: string): string | undefined {
  if (!cursor) return undefined;
  const bytes = Buffer.from(cursor, 'base64url');
  const sk = bytes.toString('utf8');
  const isOurs = cursorAfter(sk) === cursor && sk.startsWith(prefix) && bytes.length <= longestSortKey && sk !== '';
  return isOurs ? sk : undefined;
}
