import { describe, expect, it } from 'vitest';
import { proveRobots } from './prove-robots.ts';
import { linksIn } from './robot.ts';

describe('the proof of robots that read mail first', () => {
  it('finds that scripts which press everything sign in to nothing, change no record, and take nothing from the person', async () => {
    const { tried, failures } = await proveRobots(8, [
      'sign-in',
      'staff-sign-in',
      'address',
      'credit-award',
      'erasure.asked',
    ]);
    expect(failures).toEqual([]);
    expect(tried).toBe(20);
  }, 240_000);

  it('would notice a robot that is let in: it keeps the account that its person wanted erased, and signs them out', async () => {
    const { failures } = await proveRobots(6, ['erasure.asked'], { stolen: true });
    expect(failures.map((failure) => failure.split(':')[0])).toEqual([
      'robots that change no record',
      'people whose own visit works afterwards',
    ]);
  }, 120_000);

  it('finds the links of a mail in both its forms', () => {
    expect(linksIn('See:\nhttps://a.example/c/1', '<a href="https://a.example/c/1?x=1&amp;y=2">x</a>')).toEqual([
      'https://a.example/c/1',
      'https://a.example/c/1?x=1&y=2',
    ]);
  });
});
