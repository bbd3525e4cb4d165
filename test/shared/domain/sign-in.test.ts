import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, MINUTE } from '../../../shared/domain/kinds.ts';
import {
  type Challenge,
  CODE_LIFETIME_MS,
  CODE_TRIES,
  formatCode,
  judgeCode,
  landingPattern,
  normalizeCode,
  signInLimits,
  windowOf,
} from '../../../shared/domain/sign-in.ts';

const challenge = (overrides: Partial<Challenge> = {}): Challenge => ({
  ...{ email: 'a@example.org', codeHash: 'right', expiresAt: '2026-03-09T04:40:00.000Z', triesLeft: 5, spent: false },
  ...overrides,
});
const now = '2026-03-09T04:30:00.000Z';

describe('a sign-in code', () => {
  it('is right once, in time, within its tries', () => {
    expect(judgeCode(challenge(), 'right', now)).toBe('right');
    expect(judgeCode(challenge(), 'other', now)).toBe('wrong');
    expect(judgeCode(challenge({ triesLeft: 1 }), 'right', now)).toBe('right');
    expect(judgeCode(undefined, 'right', now)).toBe('unknown');
  });

  it('is worth nothing when it was used, even if it is right', () => {
    expect(judgeCode(challenge({ spent: true }), 'right', now)).toBe('expired');
  });

  it('ends at its very instant', () => {
    expect(judgeCode(challenge(), 'right', '2026-03-09T04:39:59.999Z')).toBe('right');
    expect(judgeCode(challenge(), 'right', '2026-03-09T04:40:00.000Z')).toBe('expired');
  });

  it('is worth nothing once its tries are used up, even if it is right', () => {
    expect(judgeCode(challenge({ triesLeft: 0 }), 'right', now)).toBe('used-up');
  });

  it('lives for ten minutes and five tries', () => {
    expect([CODE_LIFETIME_MS, CODE_TRIES]).toEqual([10 * MINUTE, 5]);
  });

  it('is read however it is typed: small letters, spaces, any hyphen', () => {
    expect(formatCode('7KQ2M9XA')).toBe('7KQ2-M9XA');
    for (const typed of ['7kq2-m9xa', ' 7KQ2 M9XA ', '7kq2–m9xa', '7KQ2M9XA'])
      expect(normalizeCode(typed)).toBe('7KQ2M9XA');
  });

  it('is read out of its whole line of the mail, and in the wide letters of an East Asian keyboard', () => {
    for (const pasted of ['Code: 7KQ2-M9XA', ' code:7kq2-m9xa\n', '７ＫＱ２－Ｍ９ＸＡ'])
      expect(normalizeCode(pasted)).toBe('7KQ2M9XA');
  });
});

describe('the limits of sign-in', () => {
  it('count in windows that every instant lies in', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }), (date) => {
        for (const limit of Object.values(signInLimits)) {
          const { start, end } = windowOf(limit, date.toISOString());
          expect(start <= epochMs(date.toISOString()) && epochMs(date.toISOString()) < end).toBe(true);
          expect(end - start).toBe(limit.windowMs);
          expect(start % limit.windowMs).toBe(0);
        }
      }),
    );
  });
});

describe('where a deep link may lead', () => {
  it.each(['/', '/wallet', '/history', '/certificates', '/profile', '/a/hand-hygiene', `/c/${'0'.repeat(26)}`])(
    'is %s',
    (landing) => expect(landingPattern.test(landing)).toBe(true),
  );

  it.each([
    ...['//evil.example', '/\\evil.example', 'https://evil.example', '/a/../wallet', '/a/%2e%2e', '/wallet?x=1'],
    ...['/wallet#x', '/a/', '/c/short', '/a/UPPER', `/c/${'0'.repeat(27)}`, 'javascript:alert(1)', '/wallet\n', ''],
    ...['/wallet/', '/a/a/b', '\t/wallet', '/.evil.example', '/@evil.example', `/a/${'x'.repeat(65)}`],
  ])('is never %j', (landing) => {
    expect(landingPattern.test(landing)).toBe(false);
  });
});
