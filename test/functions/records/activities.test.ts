import { expect, it } from 'vitest';
import { activities } from '../../../functions/records/activities.ts';
import type { Key, Table } from '../../../shared/ports.ts';
import { createMemoryTable } from '../../simulation/ports/memory-table.ts';
import { answerKeys, published } from '../../support/activity.ts';

it('a published version and its answer keys are read once by a function that stays warm, and what staff may change each time', async () => {
  const memory = createMemoryTable();
  const read: Key[] = [];
  const table: Table = {
    ...memory,
    get: (key) => {
      read.push(key);
      return memory.get(key);
    },
  };
  const { version, answerKeys: keysOf, publish, published: offered } = activities({ table });
  const activity = published();
  await expect(version(activity.activityId, 1)).rejects.toThrow('is missing');
  await table.write(publish(activity, answerKeys, undefined));
  read.length = 0;
  for (let time = 0; time < 3; time++) {
    expect(await version(activity.activityId, 1)).toEqual(activity);
    expect(await keysOf(activity.activityId, 1)).toEqual(answerKeys);
    expect(await offered(activity.activityId)).toMatchObject({ version: 1 });
  }
  expect(read.map(({ pk }) => pk.replace(/#.*/, '')).sort()).toEqual([
    ...['ACTIVITY', 'CATALOG', 'CATALOG', 'CATALOG', 'KEY'],
  ]);
});
