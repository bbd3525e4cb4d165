import { createHash } from 'node:crypto';
import type { SigningKey } from '../../shared/domain/signing-key.ts';

/** A public key on P-256, by its coordinates in base64url, with the name that RFC 7638 gives it. */
export function signingKey(x: string, y: string): SigningKey {
  const jwk = { kty: 'EC', crv: 'P-256', x, y } as const;
  // RFC 7638, section 3.2: the required members in this order, without blanks.
  const canonical = JSON.stringify({ crv: jwk.crv, kty: jwk.kty, x, y });
  return { kid: createHash('sha256').update(canonical).digest('base64url'), jwk };
}
