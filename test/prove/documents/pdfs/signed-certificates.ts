import { createHash } from 'node:crypto';
import { loadCertificateAssets } from '../../../../functions/assets/index.ts';
import { renderCertificatePdf } from '../../../../shared/documents/certificate-pdf.ts';
import { type Seal, signPdf } from '../../../../shared/documents/signature/sign-pdf.ts';
import { certificateToSign, signedCertificate } from '../../../../shared/documents/signature/signing-certificate.ts';
import type { CertificateSnapshot } from '../../../../shared/domain/certificate.ts';
import type { SigningKey } from '../../../../shared/domain/signing-key.ts';
import { fullest, snapshot } from '../../../shared/documents/samples.ts';
import { createMemorySigner } from '../../../simulation/ports/memory-signer.ts';

/** A certificate as it was issued, and what a forger has to work with. */
export interface Issued {
  readonly snapshot: CertificateSnapshot;
  readonly file: Uint8Array;
  readonly unsigned: Uint8Array;
  /** The same document, signed by another key. */
  readonly resigned: Uint8Array;
}

/** Some certificates as they are issued, with the key that signed them. */
export async function signedCertificates(): Promise<{ readonly key: SigningKey; readonly issued: readonly Issued[] }> {
  const signer = createMemorySigner();
  const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
  const [key, other] = await signer.keys();
  if (!other) throw new Error('There are two keys');
  const sealOf = async (by: SigningKey): Promise<Seal> => {
    const provider = snapshot.provider.name;
    const toSign = certificateToSign(by, provider, '2026-02-01T00:00:00.000Z');
    return { key: by, provider, certificate: signedCertificate(toSign, await signer.sign(by.kid, toSign)) };
  };
  const [seal, forged] = await Promise.all([key, other].map(sealOf));
  if (!seal || !forged) throw new Error('There are two seals');
  const assets = await loadCertificateAssets();
  const issued: Issued[] = [];
  const all = [snapshot, fullest, { ...snapshot, name: '王小明, MD' }];
  for (const [index, sample] of all.entries()) {
    const one = { ...sample, certificateId: `${index}${sample.certificateId.slice(1)}` };
    const facts = { name: one.provider.name, reason: 'Issued as a certificate', at: one.awardedAt };
    const unsigned = await renderCertificatePdf(one, assets, { signed: facts });
    const [file, resigned] = await Promise.all([seal, forged].map((by) => signPdf(unsigned, by, { signer, digest })));
    if (file && resigned) issued.push({ snapshot: one, file, unsigned, resigned });
  }
  return { key, issued };
}
