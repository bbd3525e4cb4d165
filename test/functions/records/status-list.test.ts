import { describe, expect, it } from 'vitest';
import { nodeCiphers } from '../../../functions/adapters/ciphers.ts';
import { nodeDigests } from '../../../functions/adapters/system.ts';
import { records } from '../../../functions/records/index.ts';
import { STATUS_LIST_LENGTH } from '../../../shared/domain/status-list.ts';
import { type Ids, LostRaceError } from '../../../shared/ports.ts';
import { createMemoryTable } from '../../simulation/ports/memory-table.ts';
import { simulatedIds } from '../../simulation/ports/simulated-system.ts';
import { randomFrom } from '../../simulation/random.ts';

function statusLists(more: Partial<Ids> = {}) {
  const table = createMemoryTable();
  const ids = { ...simulatedIds(randomFrom(5)), ...more };
  const clock = { now: () => '2026-03-09T04:30:00.000Z' };
  return {
    table,
    ...records({
      ciphers: nodeCiphers(),
      table,
      ids,
      clock,
      digests: nodeDigests(),
    }).statusList,
  };
}
/** Gives these numbers, one after the other, then goes on with the last. */
const fractions = (...numbers: readonly number[]) => {
  let next = 0;
  return () => numbers[Math.min(next++, numbers.length - 1)] ?? 0;
};

describe('the place of a certificate in the status lists', () => {
  it('is given once and then stays, also when it is asked for by many at a time', async () => {
    const { identityOf } = statusLists();
    const all = await Promise.all(Array.from({ length: 20 }, () => identityOf('certificate-1')));
    expect(new Set(all.map((identity) => JSON.stringify(identity))).size).toBe(1);
    expect(await identityOf('certificate-1')).toEqual(all[0]);
    expect(all[0]?.index).toBeLessThan(STATUS_LIST_LENGTH);
  });

  it('is never given to two', async () => {
    // Everybody draws the same place again and again: the first list is full, the second as well.
    const { identityOf } = statusLists({ fraction: fractions(0, 0.25, 0, 0.25, 0, 0.25, 0, 0.25, 0.9, 0.25) });
    expect(await identityOf('certificate-1')).toMatchObject({ list: 1, index: STATUS_LIST_LENGTH / 4 });
    expect(await identityOf('certificate-2')).toMatchObject({ list: 2, index: STATUS_LIST_LENGTH / 4 });
  });

  it('is drawn at random, so that it tells nothing of when a certificate was issued', async () => {
    const { identityOf } = statusLists();
    const places: number[] = [];
    for (let number = 0; number < 50; number++) places.push((await identityOf(`certificate-${number}`)).index);
    expect(new Set(places).size).toBe(50);
    expect(places).not.toEqual(places.toSorted((a, b) => a - b));
  });
});

describe('a mark in a status list', () => {
  it('is set and lifted with the decision that it is part of', async () => {
    const { identityOf, mark, marked, table } = statusLists();
    const { list, index } = await identityOf('certificate-1');
    await table.write(await mark('certificate-1', 'suspension', true));
    expect(await marked(list, 'suspension')).toEqual([index]);
    expect(await marked(list, 'revocation')).toEqual([]);
    await table.write(await mark('certificate-1', 'suspension', false));
    expect(await marked(list, 'suspension')).toEqual([]);
  });

  it('asks for no write where the list says so already', async () => {
    const { mark, table } = statusLists();
    expect(await mark('certificate-1', 'revocation', false)).toEqual([]);
    await table.write(await mark('certificate-1', 'revocation', true));
    expect(await mark('certificate-1', 'revocation', true)).toEqual([]);
  });

  it('loses the race to another who marked it meanwhile', async () => {
    const { mark, table } = statusLists();
    const first = await mark('certificate-1', 'suspension', true);
    const second = await mark('certificate-1', 'suspension', true);
    await table.write(first);
    await expect(table.write(second)).rejects.toThrow(LostRaceError);
  });
});
