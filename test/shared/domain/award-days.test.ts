import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantsOf, isAwardedIn } from '../../../shared/domain/award-days.ts';
import { civilDateIn, DAY } from '../../../shared/domain/kinds.ts';
import type { ListedAward } from '../../../shared/domain/wallet.ts';

const from2000 = Date.parse('2000-01-01T00:00:00.000Z');
const instant = fc
  .integer({ min: 0, max: 40 * 366 * 24 * 60 })
  .map((minutes) => new Date(from2000 + minutes * 60_000).toISOString());
const zone = fc.constantFrom('Pacific/Kiritimati', 'Etc/GMT+12', 'America/New_York', 'Asia/Kathmandu', 'UTC');
const awardOf = (awardedAt: string, awardedOn: string) => ({ awardedAt, awardedOn }) as ListedAward;

describe('awards of some days', () => {
  it('are those whose certificate says one of them, both ends included', () => {
    const award = awardOf('2026-01-01T02:00:00.000Z', '2025-12-31');
    expect(isAwardedIn(award, { from: '2026-01-01' })).toBe(false);
    expect(isAwardedIn(award, { until: '2025-12-31' })).toBe(true);
    expect(isAwardedIn(award, { from: '2025-12-31', until: '2025-12-31' })).toBe(true);
    expect(isAwardedIn(award, {})).toBe(true);
  });

  it('are found among the instants that are read for them, in whatever zone their day was', () => {
    fc.assert(
      fc.property(instant, zone, fc.integer({ min: 0, max: 3 }), (awardedAt, place, days) => {
        const day = civilDateIn(awardedAt, place);
        const asked = { from: new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10), until: day };
        expect(isAwardedIn(awardOf(awardedAt, day), asked)).toBe(true);
        const { from = '', until = '' } = instantsOf(asked);
        expect(from <= awardedAt && awardedAt <= until).toBe(true);
      }),
    );
  });

  it('reach to all times where no end is given', () => {
    expect(instantsOf({})).toEqual({});
  });
});
