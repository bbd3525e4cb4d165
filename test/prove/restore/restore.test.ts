import { expect, it } from 'vitest';
import { proveDamages } from './prove-damages.ts';
import { proveRestore } from './prove-restore.ts';

it('what was backed up comes back whole into an empty store, and what was pending goes on exactly once', async () => {
  const { failures, outcomes } = await proveRestore(2, 14);
  expect(failures).toEqual([]);
  expect(Object.keys(outcomes)).toHaveLength(14);
}, 120_000);

it('a backup that misses a file, has a bit turned or holds an older part is refused', async () => {
  const { failures, outcomes } = await proveDamages(2, 30);
  expect(failures).toEqual([]);
  expect(Object.keys(outcomes)).toHaveLength(4);
}, 120_000);
