import { describe, expect, it } from 'vitest';
import { beginnableFirst, openingOf } from '../../web/learner/screens/beginnable.ts';

const activity = (title: string, ...codes: readonly string[]) => ({ title, closed: codes.map((code) => ({ code })) });

describe('the list of activities', () => {
  it('has those first that can be begun now, then those to come, and those that are over last', () => {
    const listed = beginnableFirst([
      activity('withdrawn', 'activity-withdrawn'),
      activity('over', 'activity-closed'),
      activity('to come', 'activity-not-open'),
      activity('open'),
      activity('open as well'),
    ]);
    expect(listed.map(({ title }) => title)).toEqual(['open', 'open as well', 'to come', 'over', 'withdrawn']);
  });

  it.each([
    ['open', []],
    ['ahead', ['activity-not-open']],
    ['over', ['activity-closed']],
    ['withdrawn', ['activity-withdrawn']],
  ] as const)('says of an activity that it is %s', (opening, codes) => {
    expect(openingOf(activity('any', ...codes))).toBe(opening);
  });
});
