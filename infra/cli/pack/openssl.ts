import { createPublicKey } from 'node:crypto';
import { ecdsaSignature } from '../../../shared/documents/signature/der.ts';
import { readSignature } from '../../../shared/documents/signed-head.ts';
import type { SigningKey } from '../../../shared/domain/signing-key.ts';

/** What `openssl dgst -verify` takes of a head: the key, the text that was signed, and the signature in DER. */
export function forOpenssl(
  headText: string,
  keys: readonly SigningKey[],
): Readonly<Record<string, string | Uint8Array>> {
  const signed = readSignature(JSON.parse(headText));
  const key = keys.find(({ kid }) => signed?.kid.endsWith(`#${kid}`));
  if (!signed || !key) return {};
  const pem = createPublicKey({ key: key.jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' });
  return {
    'openssl/key.pem': String(pem),
    'openssl/signed.txt': signed.message,
    'openssl/signature.der': ecdsaSignature(signed.signature),
  };
}
