import { describe, expect, it } from 'vitest';
import { judgeBar } from './bar.ts';

const bar = { kills: 250, writes: 20_000, minutes: 12 };

describe('the bar of a run of kills', () => {
  it('is met by as many kills and writes as are asked for', () => {
    expect(judgeBar(bar, bar)).toEqual({
      figures: { 'kills that were asked for': '250', 'acknowledged writes that were asked for': '20,000' },
      failures: [],
    });
  });

  it('refutes a run with fewer kills or fewer writes, a longer one too', () => {
    expect(judgeBar(bar, { ...bar, kills: 3 }).failures).toEqual(['3 kills, and 250 were asked for']);
    expect(judgeBar(bar, { kills: 249, writes: 19_999, minutes: 20 }).failures).toEqual([
      '249 kills, and 250 were asked for',
      '19,999 acknowledged writes, and 20,000 were asked for',
    ]);
  });

  it('is not asked of a run that was asked to be shorter, and its figures say so', () => {
    expect(judgeBar(bar, { kills: 3, writes: 40, minutes: 1 })).toEqual({
      figures: { 'kills and writes that were asked for': 'none: it ran for less than 12 minutes' },
      failures: [],
    });
  });
});
