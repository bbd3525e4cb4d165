import type { CivilDate } from './kinds.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A civil date as people write it, `9 March 2026`: from its digits alone, so that no time zone can move it. */
export function longDate(date: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !name) throw new RangeError(`Not a civil date: ${date}`);
  return `${Number(day)} ${name} ${year}`;
}
