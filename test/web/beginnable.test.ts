import { describe, expect, it } from 'vitest';
import { beginnableFirst, openingOf, openingWords } from '../../web/learner/screens/beginnable.ts';

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

  it('tells the day from which on an activity can be begun: a live one’s is the day on which it is held', () => {
    const days = { opensOn: '2026-09-01', closesOn: '2026-12-31' };
    const told = (heldOn?: string) =>
      openingWords({ ...activity('any', 'activity-not-open'), ...days, ...(heldOn !== undefined && { heldOn }) });
    expect(told()).toBe('opens on 1 September 2026');
    expect(told('2026-09-17')).toBe('held on 17 September 2026');
    expect(told('2026-08-31')).toBe('opens on 1 September 2026');
    expect(openingWords({ ...activity('any'), ...days })).toBe('open until 31 December 2026');
  });
});
