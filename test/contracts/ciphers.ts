import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ciphers } from '../../shared/ports.ts';

/** Says what ciphers do, whoever they are. What is altered, the adapter's own test tries bit by bit. */
export function describeCiphers(name: string, ciphers: Ciphers): void {
  describe(`ciphers (${name})`, () => {
    const [key, nonce, place] = ['k'.repeat(43), 'n'.repeat(43), 'LEARNER#1 PROFILE'];

    it('open what they sealed, whatever it was', () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (text) => {
          const whole = text.toWellFormed();
          expect(ciphers.open(ciphers.seal(whole, { key, nonce, place }), { key, place })).toBe(whole);
        }),
      );
    });

    it('seal by what they are given alone', () => {
      const seal = () => ciphers.seal('answers', { key, nonce, place });
      expect(seal()).toBe(seal());
    });

    it('open nothing with another key, at another place, or that was never sealed', () => {
      const sealed = ciphers.seal('answers', { key, nonce, place });
      expect(() => ciphers.open(sealed, { key: 'x'.repeat(43), place })).toThrow();
      expect(() => ciphers.open(sealed, { key, place: 'LEARNER#2 PROFILE' })).toThrow();
      expect(() => ciphers.open('never sealed', { key, place })).toThrow();
    });
  });
}
