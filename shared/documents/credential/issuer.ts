import type { SigningKey } from '../../domain/signing-key.ts';
import { multikeyOf } from './encodings.ts';

/** Who issues: the provider, at the site. */
export interface Issuer {
  /** Origin of the site: `https://credit.example.org`. */
  readonly siteUrl: string;
  readonly name: string;
}

/** The decentralized identifier that a site gives itself: its keys are at `/.well-known/did.json` (did:web, section 3.2). */
export const didOf = (siteUrl: string): string => `did:web:${new URL(siteUrl).host.replace(':', '%3A')}`;

/** How a key is named where Data Integrity proofs ask for it, and where JOSE does. */
export const multikeyId = (did: string, key: SigningKey): string => `${did}#${multikeyOf(key)}`;
export const jsonWebKeyId = (did: string, key: SigningKey): string => `${did}#${key.kid}`;

/** The issuer as a credential names it. */
export const issuerProfile = ({ siteUrl, name }: Issuer) => ({
  id: didOf(siteUrl),
  type: ['Profile'],
  name,
  url: siteUrl,
});
