import type { Instant } from '../../domain/kinds.ts';
import type { SigningKey } from '../../domain/signing-key.ts';
import {
  bits,
  context,
  type Der,
  ecdsaSignature,
  identifier,
  integer,
  octets,
  sequence,
  setOf,
  text,
  time,
  yes,
} from './der.ts';

const oid = {
  commonName: identifier('2.5.4.3'),
  organization: identifier('2.5.4.10'),
  ecPublicKey: identifier('1.2.840.10045.2.1'),
  prime256v1: identifier('1.2.840.10045.3.1.7'),
  keyUsage: identifier('2.5.29.15'),
  subjectKeyIdentifier: identifier('2.5.29.14'),
  basicConstraints: identifier('2.5.29.19'),
  extendedKeyUsage: identifier('2.5.29.37'),
  emailProtection: identifier('1.3.6.1.5.5.7.3.4'),
  documentSigning: identifier('1.3.6.1.5.5.7.3.36'),
} as const;

/** ECDSA with SHA-256 (RFC 5758). */
export const ecdsaWithSha256: Der = sequence(identifier('1.2.840.10045.4.3.2'));

/** Who signs, as the certificate names it. */
export const issuerName = (provider: string): Der =>
  sequence(
    setOf(sequence(oid.organization, text(provider.slice(0, 64)))),
    setOf(sequence(oid.commonName, text('Certificates of continuing education'))),
  );

/** The serial number of a key's certificate: 16 bytes of the key's name, without a sign. */
export const serialOf = ({ kid }: SigningKey): Uint8Array => {
  const serial = fromBase64Url(kid).slice(0, 16);
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  return serial;
};

const fromBase64Url = (value: string): Uint8Array =>
  Uint8Array.from(atob(value.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));

/** How long a certificate speaks for its key. What was signed is proved by the stored hash for longer than that. */
const VALID_YEARS = 20;

/**
 * The certificate of a signing key, before it is signed by the key itself (RFC 5280). Readers of PDF ask for the extended
 * key usage: without e-mail protection some say "unknown issue" (trust.md, 3).
 */
export function certificateToSign(key: SigningKey, provider: string, from: Instant): Der {
  const { x, y } = key.jwk;
  const point = new Uint8Array([0x04, ...fromBase64Url(x), ...fromBase64Url(y)]);
  const until = `${Number(from.slice(0, 4)) + VALID_YEARS}${from.slice(4, 8)}01T00:00:00Z`;
  const extension = (id: Der, critical: boolean, value: Der): Der =>
    sequence(id, ...(critical ? [yes] : []), octets(value));
  return sequence(
    context(0, integer(new Uint8Array([2]))),
    integer(serialOf(key)),
    ecdsaWithSha256,
    issuerName(provider),
    sequence(time(from), time(until)),
    issuerName(provider),
    sequence(sequence(oid.ecPublicKey, oid.prime256v1), bits(point)),
    context(
      3,
      sequence(
        extension(oid.basicConstraints, true, sequence()),
        // digitalSignature and nonRepudiation: the first two of its bits.
        extension(oid.keyUsage, true, bits(new Uint8Array([0xc0]), 6)),
        extension(oid.extendedKeyUsage, false, sequence(oid.emailProtection, oid.documentSigning)),
        extension(oid.subjectKeyIdentifier, false, octets(fromBase64Url(key.kid).slice(0, 20))),
      ),
    ),
  );
}

/** The certificate with its signature, r and s of 32 bytes each. */
export const signedCertificate = (toSign: Der, signature: Uint8Array): Der =>
  sequence(toSign, ecdsaWithSha256, bits(ecdsaSignature(signature)));
