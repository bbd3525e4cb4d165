import { describe, expect, it } from 'vitest';
import { proveCredentials } from './prove-credentials.ts';

describe('the proof of credentials', () => {
  it('finds each of some hundred forgeries refused by two verifiers that share no code', async () => {
    const { tried, outcomes, failures } = await proveCredentials(20_261_126, 150);
    expect(failures).toEqual([]);
    expect(tried).toBe(150);
    expect(Object.keys(outcomes).length).toBeGreaterThan(20);
  });
});
