import { beforeAll, describe, expect, it } from 'vitest';
import { accessPatterns } from '../../../shared/table/access-patterns.ts';
import { bounded } from './bounded.ts';
import { type Grown, grown } from './grown.ts';
import { heatOf, MOST_A_SECOND } from './heat.ts';

let all: readonly Grown[];
beforeAll(async () => {
  all = await grown(Object.keys(bounded));
}, 120_000);

describe('as the store grows from one credit to a million', () => {
  it('every screen and every step costs as much at a million as at a thousand, but for what is read whole up to a bound', () => {
    expect(all.filter(({ isFlat }) => !isFlat).map(({ name }) => name)).toEqual([]);
  });

  it('every screen and every step was really asked', () => {
    const failed = all.filter(({ at }) => !/^([23]\d\d|done)$/.test(String(at[1_000_000].answered)));
    expect(failed.map(({ name, at }) => `${name}: ${at[1_000_000].answered}`)).toEqual([]);
  });

  it('no page is dearer than a hundred units', () => {
    for (const { name, at } of all) expect(at[1_000_000].read, name).toBeLessThanOrEqual(100);
  });
});

it('nothing scans the table: there is no such access, and no such operation of the port', () => {
  expect(accessPatterns.flatMap(({ operations }) => operations).filter((operation) => /scan/i.test(operation))).toEqual(
    [],
  );
});

it('ten thousand who submit within 15 s write under no key of all more than it takes', async () => {
  const [hottest] = await heatOf(['submits the post-test']);
  expect(hottest?.unitsASecond, hottest?.key).toBeLessThanOrEqual(MOST_A_SECOND);
});
