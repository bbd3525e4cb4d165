import { describe, expect, it } from 'vitest';
import { proveCrossSite } from './prove-cross-site.ts';

describe('the proof of what comes from other sites', () => {
  it('finds every forged request, redirect, link and guess to come to nothing', async () => {
    const { failures, outcomes } = await proveCrossSite(20_261_126, 25);
    expect(failures).toEqual([]);
    expect(outcomes.refused).toBeGreaterThan(1_000);
    expect(outcomes['leads to a page of the site']).toBeGreaterThan(800);
    expect(outcomes['forged: refused']).toBeGreaterThan(30);
  }, 120_000);
});
