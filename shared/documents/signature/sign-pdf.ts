import type { SigningKey } from '../../domain/signing-key.ts';
import type { Signer } from '../../ports.ts';
import { signedAttributes, signedData } from './cms.ts';
import type { Der } from './der.ts';
import { signable } from './signature-place.ts';

/** By what a document is signed. */
export interface Seal {
  readonly key: SigningKey;
  /** Of the key; whoever reads the document reads it there. */
  readonly certificate: Der;
  /** Who accredits, as the certificate of the key names it. */
  readonly provider: string;
}

/**
 * Signs a document that has a place for a signature (PAdES baseline B-B): the signature covers every byte but its own, so
 * that nothing can be changed, and nothing appended without its showing.
 * @throws what the signer throws; Error when the document has no place.
 */
export async function signPdf(
  document: Uint8Array,
  { key, certificate, provider }: Seal,
  { signer, digest }: { readonly signer: Signer; readonly digest: (bytes: Uint8Array) => Uint8Array },
): Promise<Uint8Array> {
  const { toSign, signedWith } = signable(document);
  const attributes = signedAttributes(digest(toSign), digest(certificate));
  const signature = await signer.sign(key.kid, attributes);
  return signedWith(signedData({ key, provider, certificate, attributes, signature }));
}
