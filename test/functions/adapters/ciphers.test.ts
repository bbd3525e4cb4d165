import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeCiphers } from '../../../functions/adapters/ciphers.ts';
import { systemIds } from '../../../functions/adapters/system.ts';

const ciphers = nodeCiphers();
const key = 'k'.repeat(43);
const nonce = 'n'.repeat(43);
const place = 'LEARNER#1 PROFILE';
const seal = (text: string) => ciphers.seal(text, { key, nonce, place });

describe('sealed text', () => {
  it('opens to what it was, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(ciphers.open(seal(text), { key, place })).toBe(text.toWellFormed());
      }),
    );
  });

  it('takes less room than it has letters where it repeats itself, and opens to what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer({ min: 50, max: 500 }), (text, times) => {
        const long = text.toWellFormed().repeat(times);
        const sealed = seal(long);
        expect(ciphers.open(sealed, { key, place })).toBe(long);
        if (long.length > 2_000) expect(sealed.length).toBeLessThan(long.length / 2);
      }),
    );
    const sealed = seal('answers '.repeat(100));
    for (const altered of [sealed.slice(0, -6), `v1.${sealed.slice(3)}0`, `${sealed.slice(0, 20)}A${sealed.slice(21)}`])
      if (altered !== sealed) expect(() => ciphers.open(altered, { key, place })).toThrow();
  });

  it('shows nothing of what it holds', () => {
    expect(seal('amelie@example.org')).not.toContain('amelie');
    expect(Buffer.from(seal('amelie@example.org').slice(3), 'base64url').toString('latin1')).not.toContain('amelie');
  });

  it('does not open by another key, nor at another place', () => {
    const sealed = seal('answers');
    expect(() => ciphers.open(sealed, { key: 'x'.repeat(43), place })).toThrow();
    expect(() => ciphers.open(sealed, { key, place: 'LEARNER#2 PROFILE' })).toThrow();
  });

  it('does not open when a bit of it was altered, cut off or made up', () => {
    const sealed = seal('answers');
    const bytes = Buffer.from(sealed.slice(3), 'base64url');
    for (let at = 0; at < bytes.length; at++) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(() => ciphers.open(`v1.${altered.toString('base64url')}`, { key, place })).toThrow();
    }
    for (const made of ['', 'v1.', 'v2.AAAA', sealed.slice(3), sealed.slice(0, -6)])
      expect(() => ciphers.open(made, { key, place })).toThrow();
  });

  it('is another each time, by the nonces that the system makes', () => {
    const { secret } = systemIds();
    const all = Array.from({ length: 100 }, () => ciphers.seal('same', { key, nonce: secret(), place }));
    expect(new Set(all).size).toBe(all.length);
  });
});
