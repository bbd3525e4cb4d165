import type { Answered } from '../../client.ts';
import type { Tone } from '../../components/tag.tsx';

export type Points = Answered<'GET', '/api/admin/points'>['points'][number];

/** How points stand with their board, in the words of staff. */
export const stateNames: Readonly<Record<Points['state'], readonly [string, Tone]>> = {
  due: ['To report', 'wait'],
  changed: ['Report anew', 'wait'],
  refused: ['Refused', 'bad'],
  reported: ['Board has not answered', 'quiet'],
  accepted: ['Accepted', 'good'],
  unneeded: ['Nothing to report', 'quiet'],
  held: ['Held back', 'bad'],
};

const holdWords: Readonly<Record<NonNullable<Points['hold']>, string>> = {
  'no-permission': 'The learner took the permission back.',
  erased: 'The account was erased.',
};

/** Why points stand as they do, and what to do about it, where there is more to say. */
export function reasonOf({ state, hold, action, refusedBecause }: Points): string | undefined {
  if (hold) return holdWords[hold];
  if (state === 'refused') return refusedBecause;
  if (state === 'unneeded') return 'The certificate no longer counts, and the board never had the points.';
  if (action === 'add') return state === 'changed' ? 'It changed since: delete it there and add it again.' : undefined;
  return state === 'changed' ? 'The certificate no longer counts: delete it there.' : 'Deleted there.';
}

/** How many, in words: `1 row`, `12 rows`. */
export const rowsInWords = (count: number): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;
