import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { civilDateIn, DAY, epochMs, idPattern, isCivilDate, later } from '../../../shared/domain/kinds.ts';

describe('the civil date of an instant', () => {
  it.each([
    ['2026-03-09T04:30:00.000Z', 'America/New_York', '2026-03-09'],
    ['2026-03-09T04:30:00.000Z', 'America/Los_Angeles', '2026-03-08'],
    // The clocks went forward in New York on 8 March 2026, and back on 1 November.
    ['2026-03-08T04:59:59.999Z', 'America/New_York', '2026-03-07'],
    ['2026-03-08T05:00:00.000Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T03:59:59.999Z', 'America/New_York', '2026-03-08'],
    ['2026-03-09T04:00:00.000Z', 'America/New_York', '2026-03-09'],
    ['2026-11-01T04:00:00.000Z', 'America/New_York', '2026-11-01'],
    ['2026-11-02T04:30:00.000Z', 'America/New_York', '2026-11-01'],
    ['2026-11-02T05:00:00.000Z', 'America/New_York', '2026-11-02'],
    ['2028-02-29T23:30:00.000Z', 'Europe/Berlin', '2028-03-01'],
    ['2028-02-29T22:30:00.000Z', 'Europe/Berlin', '2028-02-29'],
    ['2027-03-01T04:59:00.000Z', 'America/New_York', '2027-02-28'],
    ['2026-12-31T23:59:59.999Z', 'UTC', '2026-12-31'],
    ['2026-12-31T10:00:00.000Z', 'Pacific/Kiritimati', '2027-01-01'],
    ['2027-01-01T10:59:59.999Z', 'Pacific/Pago_Pago', '2026-12-31'],
    ['2026-06-01T18:14:59.999Z', 'Asia/Kathmandu', '2026-06-01'],
    ['2026-06-01T18:15:00.000Z', 'Asia/Kathmandu', '2026-06-02'],
  ])('%s in %s is %s', (instant, zone, date) => {
    expect(civilDateIn(instant, zone)).toBe(date);
  });

  it('is the date of the instant’s text in UTC, and never goes back as time goes on', () => {
    const instant = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
    const zone = fc.constantFrom('America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'Asia/Kolkata');
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 0, max: DAY }), (date, where, ms) => {
        const at = date.toISOString();
        expect(civilDateIn(at, 'UTC')).toBe(at.slice(0, 10));
        expect(civilDateIn(later(at, ms), where) >= civilDateIn(at, where)).toBe(true);
        expect(civilDateIn(at, where)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
});

describe('a day of the calendar', () => {
  it.each(['2026-02-28', '2028-02-29', '1999-12-31'])('is %s', (text) => expect(isCivilDate(text)).toBe(true));

  it.each([
    ...['2026-02-29', '2026-02-30', '2026-13-01', '2026-00-10', '2026-04-31', '3026-01-01', '0026-01-01'],
    ...['', '2026-2-8', '20260228', '2026-02-28T00:00:00Z', ' 2026-02-28', '2026-02-28 ', 'x2026-02-28'],
  ])('is not “%s”', (text) => expect(isCivilDate(text)).toBe(false));
});

describe('an id', () => {
  it('is of small letters, digits and hyphens from its first character to its last', () => {
    for (const id of ['a', 'ama-pra-category-1', 'x'.repeat(64)]) expect(idPattern.test(id)).toBe(true);
    for (const id of ['', 'x'.repeat(65), 'A', 'a b', ' a', 'a!', '!a', 'a\n']) expect(idPattern.test(id)).toBe(false);
  });
});

describe('instants', () => {
  it('go on by milliseconds and sort as text', () => {
    expect(later('2026-12-31T23:59:59.999Z', 1)).toBe('2027-01-01T00:00:00.000Z');
    expect(later('2026-03-09T04:30:00.000Z', -DAY)).toBe('2026-03-08T04:30:00.000Z');
    const ms = fc.integer({ min: 0, max: 4e12 });
    fc.assert(
      fc.property(ms, ms, (one, other) => {
        const [first, second] = [new Date(one).toISOString(), new Date(other).toISOString()];
        expect(first < second).toBe(epochMs(first) < epochMs(second));
      }),
    );
  });
});
