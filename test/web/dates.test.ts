import { describe, expect, it } from 'vitest';
import { longDate } from '../../web/components/dates.ts';

describe('a civil date on a screen', () => {
  it('is in words, the same in every time zone', () => {
    expect(longDate('2026-11-24')).toBe('24 November 2026');
  });

  it('is said to be missing in the preview of a draft that has none yet, which is shown all the same', () => {
    for (const none of ['', '2026-13', 'soon']) expect(longDate(none)).toBe('not set yet');
  });
});
