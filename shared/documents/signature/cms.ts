import type { SigningKey } from '../../domain/signing-key.ts';
import { context, type Der, ecdsaSignature, identifier, integer, octets, sequence, setOf, tagged } from './der.ts';
import { ecdsaWithSha256, issuerName, serialOf } from './signing-certificate.ts';

const oid = {
  data: identifier('1.2.840.113549.1.7.1'),
  signedData: identifier('1.2.840.113549.1.7.2'),
  contentType: identifier('1.2.840.113549.1.9.3'),
  messageDigest: identifier('1.2.840.113549.1.9.4'),
  signingCertificateV2: identifier('1.2.840.113549.1.9.16.2.47'),
  sha256: identifier('2.16.840.1.101.3.4.2.1'),
} as const;

const sha256 = sequence(oid.sha256);
const one = integer(new Uint8Array([1]));

/**
 * What a PAdES signature signs (ETSI EN 319 142-1, 5.3): the digest of the document and that of the certificate that
 * speaks for the key, so that nobody puts another in its place. The time stands in the document.
 */
export function signedAttributes(documentDigest: Uint8Array, certificateDigest: Uint8Array): Der {
  const attribute = (id: Der, value: Der): Der => sequence(id, setOf(value));
  return setOf(
    attribute(oid.contentType, oid.data),
    attribute(oid.messageDigest, octets(documentDigest)),
    // SHA-256 is the default of its hash algorithm, which DER leaves out (RFC 5035).
    attribute(oid.signingCertificateV2, sequence(sequence(sequence(octets(certificateDigest))))),
  );
}

export interface Signed {
  readonly key: SigningKey;
  readonly provider: string;
  readonly certificate: Der;
  readonly attributes: Der;
  /** Of the attributes: r and s of 32 bytes each. */
  readonly signature: Uint8Array;
}

/** A detached signature with its certificate (CMS, RFC 5652). */
export function signedData({ key, provider, certificate, attributes, signature }: Signed): Der {
  // In the signer's record the attributes stand under [0]; they are signed under the tag of a set (RFC 5652, 5.4).
  const implicit = tagged(0xa0, attributes.subarray(headerLength(attributes)));
  const signer = sequence(
    one,
    sequence(issuerName(provider), integer(serialOf(key))),
    sha256,
    implicit,
    ecdsaWithSha256,
    octets(ecdsaSignature(signature)),
  );
  const content = sequence(one, setOf(sha256), sequence(oid.data), context(0, certificate), setOf(signer));
  return sequence(oid.signedData, context(0, content));
}

/** How many bytes the tag and the length of something take. */
const headerLength = (der: Der): number => {
  const [, first = 0] = der;
  return first < 0x80 ? 2 : 2 + (first & 0x7f);
};
