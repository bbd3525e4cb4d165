import { expect, it } from 'vitest';
import { proveLoad } from './prove-load.ts';

it('each submission of a steady load to the running system has exactly one result, the right one', async () => {
  const { failures, tried } = await proveLoad({
    ...{ seed: 3, minutes: 0.04, rate: 6, stepSeconds: 1 },
    p99WithinMs: Number.POSITIVE_INFINITY,
  });
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(10);
});
