import { createHmac, createSecretKey, hash, randomBytes, randomInt } from 'node:crypto';
import type { Clock, Digests, Ids, Log } from '../../shared/ports.ts';
import { once } from './once.ts';

/** Crockford's base 32: digits and letters without I, L, O and U. */
const crockford = '0123456789abcdefghjkmnpqrstvwxyz';
/** What people read off a mail and type: no 0, O, 1, I, L, nor U, which makes words. */
const codeAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;
const idBits = 128n;
const idLength = 26;

function crockfordOf(bytes: Uint8Array): string {
  // 26 digits of 5 bits hold 130, so the first digit is 0 to 7 and the others take all values alike.
  const value = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  return Array.from({ length: idLength }, (_, place) => {
    const digit = (value >> (5n * BigInt(idLength - 1 - place))) & 31n;
    return crockford.charAt(Number(digit));
  }).join('');
}

/** The machine's clock. */
export const systemClock = once((): Clock => ({ now: () => new Date().toISOString() }));

/** Ids, secrets and codes of the operating system's random source. */
export const systemIds = once(
  (): Ids => ({
    id: () => crockfordOf(randomBytes(Number(idBits / 8n))),
    secret: () => randomBytes(32).toString('base64url'),
    // randomInt draws again where a remainder would favour some letters.
    code: () => Array.from({ length: codeLength }, () => codeAlphabet.charAt(randomInt(codeAlphabet.length))).join(''),
    fraction: () => randomInt(2 ** 32) / 2 ** 32,
  }),
);

/** SHA-256 by the runtime. Text counts as UTF-8. */
export const nodeDigests = once(
  (): Digests => ({
    sha256: (text) => hash('sha256', text),
    hmac: (key, text) => createHmac('sha256', createSecretKey(key, 'base64')).update(text).digest('base64'),
  }),
);

// JSON leaves these as they are. A terminal takes U+009B for the beginning of a command, some readers U+0085 and U+2028 for the end of a
// line, and overrides of direction turn what stands around them.
const commanding = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** An event as one line of the log, of which nothing can act on who reads it. */
export const logLine = (event: object): string => {
  const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(event).replace(commanding, escaped)}\n`;
};

/** Writes events as JSON, one line each, to standard output, where CloudWatch and the local host pick them up. */
export const jsonLog = once(
  (): Log => (event) => {
    process.stdout.write(logLine({ at: new Date().toISOString(), ...event }));
  },
);
