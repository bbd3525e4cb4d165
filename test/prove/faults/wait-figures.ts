import { summed } from '../tally.ts';

/** How often whoever looked waited so many tenths of a second for a result. */
type Times = Record<string, number>;

export interface Waits {
  /** Where all faults were over soon. */
  readonly brief: Times;
  readonly others: Times;
}

const countOf = (times: Readonly<Times>): number => Object.values(times).reduce((sum, count) => sum + count, 0);
/** The tenths within which a share of all waits ended. */
function within(times: Readonly<Times>, share: number): number {
  let left = Math.ceil(countOf(times) * share);
  for (const [tenths, count] of Object.entries(times).toSorted(([one], [two]) => Number(one) - Number(two))) {
    left -= count;
    if (left <= 0) return Number(tenths);
  }
  return 0;
}
const inSeconds = (tenths: number): string => `${(tenths / 10).toFixed(1)} s`;

/** What the waits for results came to, in a reader's words. */
export function waitFigures(parts: readonly Waits[]): Readonly<Record<string, string>> {
  const brief = summed(parts.map((part) => part.brief));
  const others = summed(parts.map((part) => part.others));
  const inTime = countOf(Object.fromEntries(Object.entries(others).filter(([tenths]) => Number(tenths) <= 300)));
  return {
    'results looked for, all faults over within 5 s of the submission': countOf(brief).toLocaleString('en-US'),
    'their time from the acknowledgement to the result, p50': inSeconds(within(brief, 0.5)),
    'their time from the acknowledgement to the result, p99': inSeconds(within(brief, 0.99)),
    'their time from the acknowledgement to the result, most': inSeconds(within(brief, 1)),
    'results looked for, faults going on for longer': countOf(others).toLocaleString('en-US'),
    'of these, shown within 30 s all the same': inTime.toLocaleString('en-US'),
  };
}
