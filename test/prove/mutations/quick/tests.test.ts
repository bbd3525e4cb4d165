import { describe, expect, it } from 'vitest';
import * as quick from './tests.ts';

describe('the tests that mutants are tried with', () => {
  it('are each collected once, with what is done before them from the outermost group in, and can be run again', async () => {
    const done: string[] = [];
    await quick.collect('a.test.ts', async () => {
      quick.beforeEach(() => done.push('file'));
      quick.describe('outer', () => {
        quick.beforeEach(async () => done.push('outer'));
        quick.describe('inner', () => {
          quick.beforeEach(() => done.push('inner'));
          quick.it('runs', () => done.push('inner runs'));
        });
        quick.it('runs', () => done.push('outer runs'));
      });
      quick.it.each([
        ['a', 1],
        ['b', 2],
      ])('has %s', (letter: string, number: number) => done.push(`${letter}${number}`));
      quick.it.each(['x'])('has one', (letter: string) => done.push(letter));
      quick.it('has one x', () => expect(1).toBe(2));
    });
    await quick.collect('b.test.ts', async () => quick.it('runs', () => done.push('b')));
    expect(quick.collected.map(({ id }) => id)).toEqual([
      'a.test.ts > outer > inner > runs',
      'a.test.ts > outer > runs',
      'a.test.ts > has a 1',
      'a.test.ts > has b 2',
      'a.test.ts > has one x',
      'a.test.ts > has one x #2',
      'b.test.ts > runs',
    ]);
    const [inner, outer, a, b, one, fails, other] = quick.collected;
    for (const test of [inner, inner, outer, a, b, one, other]) await test?.run();
    const nested = ['file', 'outer', 'inner', 'inner runs'];
    expect(done).toEqual([
      ...[...nested, ...nested, 'file', 'outer', 'outer runs'],
      ...['file', 'a1', 'file', 'b2', 'file', 'x', 'b'],
    ]);
    await expect(fails?.run()).rejects.toThrow('expected 1 to be 2');
  });
});
