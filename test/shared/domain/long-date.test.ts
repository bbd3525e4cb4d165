import { describe, expect, it } from 'vitest';
import { longDate } from '../../../shared/domain/long-date.ts';

describe('a date in words', () => {
  it.each([
    ['2026-03-09', '9 March 2026'],
    ['2024-02-29', '29 February 2024'],
    ['2026-12-31', '31 December 2026'],
  ])('reads %s as %s, whatever the zone of the machine', (date, reads) => expect(longDate(date)).toBe(reads));

  it.each(['2026-13-01', '2026-00-10', '9 March 2026', ''])('is refused when it is no civil date: %j', (date) =>
    expect(() => longDate(date)).toThrow(RangeError),
  );
});
