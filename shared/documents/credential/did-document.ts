import type { SigningKey } from '../../domain/signing-key.ts';
import { multikeyOf } from './encodings.ts';
import { didOf, jsonWebKeyId, multikeyId } from './issuer.ts';

/** Contexts of the terms in a DID document: its own, then those of the two shapes of keys. */
const contexts = [
  'https://www.w3.org/ns/did/v1',
  'https://w3id.org/security/multikey/v1',
  'https://w3id.org/security/jwk/v1',
] as const;

/**
 * Whose keys the site's are (DID Core 1.0, section 5; did:web). Each key stands in it twice: as a Multikey, which Data
 * Integrity asks for, and as a JsonWebKey, which JOSE does (Controlled Identifiers 1.0, 2.2.2 and 2.2.3). Keys that signed
 * before stay: what they signed is believed for as long as they are named here.
 */
export function didDocument(siteUrl: string, keys: readonly SigningKey[]) {
  const did = didOf(siteUrl);
  const methods = keys.flatMap((key) => [
    { id: multikeyId(did, key), type: 'Multikey', controller: did, publicKeyMultibase: multikeyOf(key) },
    {
      ...{ id: jsonWebKeyId(did, key), type: 'JsonWebKey', controller: did },
      publicKeyJwk: { ...key.jwk, kid: key.kid, alg: 'ES256', use: 'sig' },
    },
  ]);
  return {
    '@context': contexts,
    id: did,
    alsoKnownAs: [siteUrl],
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
