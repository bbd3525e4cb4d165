import { describe, expect, it } from 'vitest';
import { proveCanaries } from './prove-canaries.ts';

describe('the proof of canaries', () => {
  it('finds no secret of the store in any answer, and every one that is hidden in one', async () => {
    const { failures, figures, outcomes } = await proveCanaries();
    expect(failures).toEqual([]);
    expect(outcomes['answers without a secret']).toBeGreaterThan(300);
    expect(figures).toEqual({ 'kinds of secrets': '12' });
  }, 120_000);
});
