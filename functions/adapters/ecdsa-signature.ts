import { createPublicKey, verify } from 'node:crypto';
import type { SigningKey } from '../../shared/domain/signing-key.ts';

const half = 32;

/** An integer of ASN.1 DER as 32 bytes. */
function fixed(bytes: Uint8Array): Uint8Array {
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0));
  if (significant.length > half) throw new RangeError('The signature is none on P-256');
  const out = new Uint8Array(half);
  out.set(significant, half - significant.length);
  return out;
}

/**
 * A signature on P-256 as KMS gives it (DER: a sequence of r and s) as r and s of 32 bytes each, which JOSE and Data
 * Integrity take (RFC 7518, 3.4). @throws RangeError when it is none.
 */
export function p1363FromDer(der: Uint8Array): Uint8Array {
  const integerAt = (at: number): Uint8Array => {
    const length = der[at + 1] ?? 0;
    if (der[at] !== 0x02 || length < 1 || at + 2 + length > der.length)
      throw new RangeError('The signature is none on P-256');
    return der.subarray(at + 2, at + 2 + length);
  };
  // Two integers of at most 33 bytes: every length fits one byte.
  if (der[0] !== 0x30 || der[1] !== der.length - 2) throw new RangeError('The signature is none on P-256');
  const r = integerAt(2);
  const s = integerAt(4 + r.length);
  return new Uint8Array([...fixed(r), ...fixed(s)]);
}

/** Whether a signature (r then s) over the SHA-256 of a message is a key's. */
export const verifiesP256 = ({ jwk }: SigningKey, message: Uint8Array, signature: Uint8Array): boolean =>
  signature.length === 2 * half &&
  verify(
    'sha256',
    message,
    { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
    signature,
  );
