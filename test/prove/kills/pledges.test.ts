import { expect, it } from 'vitest';
import type { Row } from '../../../shared/ports.ts';
import { createPledges, type Pledged } from './pledges.ts';

const key = { pk: 'LEARNER#amelie', sk: 'ATTEMPT#one' };
const answer = (chosen: string): Pledged => ({
  ...{ key, learnerId: 'amelie', what: 'the saved answers' },
  shows: (data) => data === chosen,
});
const reading = (data?: string) => async (): Promise<readonly Row[]> =>
  data === undefined ? [] : [{ ...key, rev: 1, data }];

it('what was acknowledged must be there at the first look after it, though it was saved over and over before', async () => {
  const pledges = createPledges();
  for (const chosen of ['a', 'b', 'c']) pledges.sending(answer(chosen))();
  expect(await pledges.lookBack(reading('b'))).toEqual({ looked: 1, broken: ['the saved answers'] });

  pledges.sending(answer('d'))();
  expect(await pledges.lookBack(reading())).toEqual({ looked: 1, broken: ['the saved answers'] });

  pledges.sending(answer('e'))();
  expect(await pledges.lookBack(reading('e'))).toEqual({ looked: 1, broken: [] });
  // Nothing was promised since.
  expect(await pledges.lookBack(reading())).toEqual({ looked: 0, broken: [] });
});

it('a write that was under way when the kill came may be there or not', async () => {
  const pledges = createPledges();
  for (const found of ['a', 'b']) {
    pledges.sending(answer('a'))();
    pledges.sending(answer('b'));
    expect((await pledges.lookBack(reading(found))).broken).toEqual([]);
  }
});

it('what is acknowledged while it is looked is looked at the next time', async () => {
  const pledges = createPledges();
  pledges.sending(answer('a'))();
  const { broken } = await pledges.lookBack(async () => {
    pledges.sending(answer('b'))();
    return reading('b')();
  });
  expect(broken).toEqual([]);
  expect(await pledges.lookBack(reading('a'))).toEqual({ looked: 1, broken: ['the saved answers'] });
});
