import { describe, expect, it } from 'vitest';
import { gathered } from '../../../functions/adapters/gathered.ts';

describe('reads that are gathered', () => {
  it('go in one request when they are asked for in one turn, and each asker gets its own', async () => {
    const requests: (readonly number[])[] = [];
    const get = gathered(async (keys: readonly number[]) => {
      requests.push(keys);
      return keys.map((key) => key * 10);
    }, 100);
    const late = Promise.resolve().then(() => get(3));
    expect(await Promise.all([get(1), get(2), late])).toEqual([10, 20, 30]);
    expect(await get(4)).toBe(40);
    expect(requests).toEqual([[1, 2, 3], [4]]);
  });

  it('go in several requests when there are more than one takes', async () => {
    const sizes: number[] = [];
    const get = gathered(async (keys: readonly number[]) => {
      sizes.push(keys.length);
      return keys;
    }, 2);
    expect(await Promise.all([1, 2, 3, 4, 5].map(get))).toEqual([1, 2, 3, 4, 5]);
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('fail together, and the next are none the worse for it', async () => {
    let broken = true;
    const get = gathered(async (keys: readonly number[]) => {
      if (broken) throw new Error('no answer');
      return keys;
    }, 100);
    const outcomes = await Promise.allSettled([get(1), get(2)]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    broken = false;
    expect(await get(1)).toBe(1);
  });
});
