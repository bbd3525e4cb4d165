import type { Clock, Ids } from '../../shared/ports.ts';
import type { Random } from './random.ts';

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
const base64url = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Ids that look like the system's and come from a seed. */
export function simulatedIds(random: Random): Ids {
  function letters(alphabet: string, count: number): string {
    let text = '';
    while (text.length < count) text += alphabet.charAt(random.below(alphabet.length));
    return text;
  }
  return {
    id: () => `${random.below(8)}${letters(crockford, 25)}`,
    secret: () => letters(base64url, 43),
    code: () => letters(codeAlphabet, 8),
    fraction: () => random.fraction(),
  };
}

/** A clock that shows virtual time, wrong by so much. */
export function simulatedClock(nowMs: () => number, skewMs = 0): Clock {
  // Many look at it between two events.
  let shown = { atMs: Number.NaN, text: '' };
  return {
    now: () => {
      const atMs = nowMs() + skewMs;
      if (atMs !== shown.atMs) shown = { atMs, text: new Date(atMs).toISOString() };
      return shown.text;
    },
  };
}
