import { describe, expect, it } from 'vitest';
import { madeWhenAsked } from '../../functions/made-when-asked.ts';

describe('things that are made when they are asked for', () => {
  const made: string[] = [];
  const beside = madeWhenAsked({
    greeting: ({ name }: { readonly name: string }) => {
      made.push('greeting');
      return { said: `Good day, ${name}` };
    },
    letter: ({ greeting }: { readonly greeting: { readonly said: string } }) => ({ text: `${greeting.said}!` }),
  });

  it('stand beside what they are made of, and are made once', () => {
    const things = beside({ name: 'Asha' });
    expect(made).toEqual([]);
    expect(things.letter.text).toBe('Good day, Asha!');
    expect(things.greeting).toBe(things.greeting);
    expect(things.name).toBe('Asha');
    expect(made).toEqual(['greeting']);
  });

  it('are others beside others', () => {
    const [one, other] = [beside({ name: 'Asha' }), beside({ name: 'Zoë' })];
    expect(one.greeting.said).toBe('Good day, Asha');
    expect(other.greeting.said).toBe('Good day, Zoë');
  });
});
