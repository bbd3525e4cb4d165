import { expect, it } from 'vitest';
import { proveLoad } from './prove-load.ts';
import { proveRunningRace } from './race/prove-race.ts';

it('each submission of a steady load to the running system has exactly one result, the right one', async () => {
  const { failures, tried } = await proveLoad({
    ...{ seed: 3, minutes: 0.04, rate: 6, stepSeconds: 1 },
    p99WithinMs: Number.POSITIVE_INFINITY,
  });
  expect(failures).toEqual([]);
  expect(tried).toBeGreaterThan(10);
});

it('64 tabs at once come to one result, one award and one certificate on the running system', async () => {
  const { tried, failures } = await proveRunningRace({ seed: 4, running: 1 });
  expect(failures).toEqual([]);
  expect(tried).toBe(2);
});
