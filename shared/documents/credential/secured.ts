import type { Instant } from '../../domain/kinds.ts';
import type { Signer } from '../../ports.ts';
import { base58, base64Url, base64UrlOf } from './encodings.ts';
import { jsonWebKeyId, multikeyId } from './issuer.ts';

/** A credential before it is signed. */
export interface Unsigned {
  readonly '@context': readonly string[];
  readonly id: string;
  readonly issuer: string | { readonly id: string };
  readonly validFrom: Instant;
  readonly credentialSubject: { readonly id: string };
}

/** What signing takes beside the credential. */
export interface Signing {
  readonly signer: Signer;
  /** SHA-256. */
  readonly digest: (content: Uint8Array | string) => Uint8Array;
  /** The canonical N-Quads of a JSON-LD document (RDFC-1.0). */
  readonly canonicalRdf: (document: object) => Promise<string>;
}

const issuerOf = ({ issuer }: Unsigned): string => (typeof issuer === 'string' ? issuer : issuer.id);

/**
 * A credential with its proof: Data Integrity by `ecdsa-rdfc-2019` (W3C Data Integrity ECDSA Cryptosuites v1.0, 3.2), which
 * signs what the credential says, however its JSON is written.
 * @throws what the signer and the canonicalisation throw.
 */
export async function withProof<Credential extends Unsigned>(
  credential: Credential,
  created: Instant,
  { signer, digest, canonicalRdf }: Signing,
) {
  const [key] = await signer.keys();
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'ecdsa-rdfc-2019',
    created,
    verificationMethod: multikeyId(issuerOf(credential), key),
    proofPurpose: 'assertionMethod',
  };
  const [proofRdf, credentialRdf] = await Promise.all([
    canonicalRdf({ '@context': credential['@context'], ...options }),
    canonicalRdf(credential),
  ]);
  const toSign = new Uint8Array([...digest(proofRdf), ...digest(credentialRdf)]);
  const signature = await signer.sign(key.kid, toSign);
  return { ...credential, proof: { ...options, proofValue: `z${base58(signature)}` } };
}

/**
 * A credential as a token, `application/vc+jwt` (W3C Securing Verifiable Credentials using JOSE and COSE, 3.1; Open Badges
 * 3.0, 8.2): ES256 over the bytes of its JSON.
 * @throws what the signer throws.
 */
export async function asToken(credential: Unsigned, { signer }: Pick<Signing, 'signer'>): Promise<string> {
  const [key] = await signer.keys();
  const issuer = issuerOf(credential);
  const header = { alg: 'ES256', typ: 'vc+jwt', cty: 'vc', kid: jsonWebKeyId(issuer, key) };
  const claims = {
    ...credential,
    ...{ iss: issuer, sub: credential.credentialSubject.id, jti: credential.id },
    nbf: Math.floor(Date.parse(credential.validFrom) / 1_000),
  };
  const toSign = `${base64UrlOf(JSON.stringify(header))}.${base64UrlOf(JSON.stringify(claims))}`;
  return `${toSign}.${base64Url(await signer.sign(key.kid, new TextEncoder().encode(toSign)))}`;
}
