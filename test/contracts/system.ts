import { describe, expect, it } from 'vitest';
import type { Clock, Digests, Ids } from '../../shared/ports.ts';

/** Says what clock, chance and digests are, whoever they are. */
export function describeSystem(
  name: string,
  { clock, ids, digests }: { clock: Clock; ids: Ids; digests: Digests },
): void {
  const many = <Item>(make: () => Item): readonly Item[] => Array.from({ length: 2_000 }, make);

  describe(`clock, chance and digests (${name})`, () => {
    it('tell the time as an instant that never runs back', () => {
      const times = many(() => clock.now());
      expect(times.every((time) => new Date(time).toISOString() === time)).toBe(true);
      expect(times).toEqual(times.toSorted());
    });

    it('make ids of 26 letters and digits that differ', () => {
      const made = many(() => ids.id());
      expect(made.filter((id) => !/^[0-7][0-9a-hjkmnp-tv-z]{25}$/.test(id))).toEqual([]);
      expect(new Set(made).size).toBe(made.length);
    });

    it('make secrets of 43 URL-safe characters that differ', () => {
      const made = many(() => ids.secret());
      expect(made.filter((secret) => !/^[\w-]{43}$/.test(secret))).toEqual([]);
      expect(new Set(made).size).toBe(made.length);
    });

    it('make sign-in codes without look-alikes, of which each letter turns up about as often', () => {
      const made = many(() => ids.code());
      expect(made.filter((code) => !/^[2-9A-HJKMNP-TV-Z]{8}$/.test(code))).toEqual([]);
      const seen = Map.groupBy(made.join(''), (letter) => letter);
      // 16,000 draws of 30 letters: 533 each on average, with a standard deviation of 23.
      expect(seen.size).toBe(30);
      expect([...seen.values()].filter(({ length }) => length < 350 || length > 720)).toEqual([]);
    });

    it('draw fractions from 0 up to, and never, 1', () => {
      const drawn = many(() => ids.fraction());
      expect(drawn.filter((fraction) => fraction < 0 || fraction >= 1)).toEqual([]);
      expect(Math.max(...drawn) - Math.min(...drawn)).toBeGreaterThan(0.9);
    });

    it('sign text by a key, to the published HMAC-SHA-256 of RFC 4231 (test case 2)', () => {
      const key = Buffer.from('Jefe').toString('base64');
      const signed = Buffer.from(digests.hmac(key, 'what do ya want for nothing?'), 'base64').toString('hex');
      expect(signed).toBe('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843');
    });

    it('digest text as UTF-8, to the published SHA-256 of “abc”', () => {
      const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
      expect(digests.sha256('abc')).toBe(abc);
      expect(digests.sha256(new TextEncoder().encode('王'))).toBe(digests.sha256('王'));
    });
  });
}
