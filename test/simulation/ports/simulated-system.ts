import { type Instant, SECOND } from '../../../shared/domain/kinds.ts';
import type { Clock, Ids } from '../../../shared/ports.ts';
import type { Random } from '../random.ts';

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

/** Up to its milliseconds: most that happens in a schedule happens within some seconds. */
let second = { atMs: Number.NaN, text: '' };

/** An instant as text. */
export function instantOf(epochMs: number): Instant {
  const ms = Math.floor(epochMs);
  const afterSecond = ms % SECOND;
  const atMs = ms - afterSecond;
  if (atMs !== second.atMs) second = { atMs, text: new Date(atMs).toISOString().slice(0, -'000Z'.length) };
  return `${second.text}${String(afterSecond).padStart(3, '0')}Z`;
}

/** A clock that shows virtual time, wrong by so much. */
export const simulatedClock = (nowMs: () => number, skewMs = 0): Clock => ({ now: () => instantOf(nowMs() + skewMs) });
