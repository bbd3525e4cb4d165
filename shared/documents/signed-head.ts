import { canonicalJson, type Json } from '../domain/canonical-json.ts';
import type { DailyHead, SignedHead } from '../domain/daily-head.ts';
import type { SigningKey } from '../domain/signing-key.ts';
import type { Signer } from '../ports.ts';
import { base64Url, base64UrlOf, bytesOf } from './credential/encodings.ts';
import { jsonWebKeyId } from './credential/issuer.ts';

/** A head as it is kept and published, to the byte. */
export const headText = (head: SignedHead): string => canonicalJson(head as unknown as Json);

const signingInput = (header: string, head: DailyHead): string =>
  `${header}.${base64UrlOf(canonicalJson(head as unknown as Json))}`;

/**
 * Signs a head: ES256 over its canonical JSON (RFC 8785), as a JWS with detached content (RFC 7515, appendix F), so that the
 * document stays readable. Its type keeps it from being taken for anything else that the key signs (RFC 8725, 3.11).
 * @throws what the signer throws.
 */
export async function signHead(head: DailyHead, signer: Signer): Promise<SignedHead> {
  const [key] = await signer.keys();
  const header = base64UrlOf(
    JSON.stringify({ alg: 'ES256', typ: 'ledger-head+jws', kid: jsonWebKeyId(head.issuer, key) }),
  );
  const signature = await signer.sign(key.kid, new TextEncoder().encode(signingInput(header, head)));
  return { ...head, signature: `${header}..${base64Url(signature)}` };
}

/** What a head's signature is over, and by which key, read without believing any of it; nothing when it cannot be read. */
export function readSignature({ signature, ...head }: SignedHead) {
  const [header = '', content, bytes = ''] = String(signature).split('.');
  try {
    const { alg, typ, kid }: Record<string, unknown> = JSON.parse(new TextDecoder().decode(bytesOf(header)));
    if (alg !== 'ES256' || typ !== 'ledger-head+jws' || content !== '') return undefined;
    return { kid: String(kid), message: signingInput(header, head), signature: bytesOf(bytes) };
  } catch {
    return undefined;
  }
}

/** Checks a signature on P-256 over the SHA-256 of a message. */
export type Verify = (key: SigningKey, message: Uint8Array, signature: Uint8Array) => boolean;

/** Whether a head is signed by one of these keys, as its issuer's. */
export function isSigned(head: SignedHead, keys: readonly SigningKey[], verify: Verify): boolean {
  const read = readSignature(head);
  const key = keys.find((known) => read?.kid === jsonWebKeyId(head.issuer, known));
  return read !== undefined && key !== undefined && verify(key, new TextEncoder().encode(read.message), read.signature);
}
