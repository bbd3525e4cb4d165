import type { SigningKey } from '../../domain/signing-key.ts';

/** Bytes as base64url without padding (RFC 4648, section 5). */
export const base64Url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Text as base64url of its UTF-8. */
export const base64UrlOf = (text: string): string => base64Url(new TextEncoder().encode(text));

/** The bytes that base64url stands for. @throws when it is none. */
export const bytesOf = (encoded: string): Uint8Array =>
  Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (byte) => byte.charCodeAt(0));

const base58Digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Bytes in base 58 with Bitcoin's alphabet, as multibase means it by `z`. */
export function base58(bytes: Uint8Array): string {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  const leading = base58Digits.charAt(0).repeat(zeros < 0 ? bytes.length : zeros);
  let value = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let digits = '';
  for (; value > 0n; value /= 58n) digits = base58Digits.charAt(Number(value % 58n)) + digits;
  return leading + digits;
}

/** A public key as a Multikey says it (W3C Controlled Identifiers 1.0, 2.2.2): the code of P-256, then the compressed point. */
export function multikeyOf({ jwk }: SigningKey): string {
  const [x, y] = [bytesOf(jwk.x), bytesOf(jwk.y)];
  const sign = (y.at(-1) ?? 0) % 2 === 0 ? 0x02 : 0x03;
  return `z${base58(new Uint8Array([0x80, 0x24, sign, ...x]))}`;
}
