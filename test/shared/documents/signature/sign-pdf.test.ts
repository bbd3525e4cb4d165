import { createHash, X509Certificate } from 'node:crypto';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadCertificateAssets } from '../../../../functions/assets/index.ts';
import { renderCertificatePdf } from '../../../../shared/documents/certificate-pdf.ts';
import { type Seal, signPdf } from '../../../../shared/documents/signature/sign-pdf.ts';
import { unsignedPlace } from '../../../../shared/documents/signature/signature-place.ts';
import { certificateToSign, signedCertificate } from '../../../../shared/documents/signature/signing-certificate.ts';
import type { SigningKey } from '../../../../shared/domain/signing-key.ts';
import { createMemorySigner } from '../../../simulation/ports/memory-signer.ts';
import { flawOf } from '../../../support/signed-pdf.ts';
import { snapshot } from '../samples.ts';

const signer = createMemorySigner();
const digest = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const provider = snapshot.provider.name;
const facts = { name: provider, reason: 'Issued as a certificate', at: '2026-03-09T04:30:00.000Z' };

async function sealOf(key: SigningKey): Promise<Seal> {
  const toSign = certificateToSign(key, provider, '2026-02-01T00:00:00.000Z');
  return { key, provider, certificate: signedCertificate(toSign, await signer.sign(key.kid, toSign)) };
}

let key: SigningKey;
let other: SigningKey | undefined;
let unsigned: Uint8Array;
let signed: Uint8Array;
beforeAll(async () => {
  [key, other] = await signer.keys();
  unsigned = await renderCertificatePdf(snapshot, await loadCertificateAssets(), { signed: facts });
  signed = await signPdf(unsigned, await sealOf(key), { signer, digest });
});

describe('a signed certificate', () => {
  it('is signed as a whole, by the provider’s key', async () => {
    expect(await flawOf(signed, key)).toBeUndefined();
  });

  it('is not taken for one that another key signed', async () => {
    if (!other) throw new Error('There are two keys');
    expect(await flawOf(signed, other)).toBe('Somebody else signed it');
  });

  it('says who signed it, why and when', () => {
    const text = new TextDecoder('latin1').decode(signed);
    expect(text).toContain('/SubFilter/ETSI.CAdES.detached');
    expect(text).toContain('/M(D:20260309043000Z)');
  });

  it('is the same document as the unsigned one, byte for byte, but for the signature', () => {
    expect(signed).toHaveLength(unsigned.length);
    const differing = [...signed.keys()].filter((index) => signed[index] !== unsigned[index]);
    const text = new TextDecoder('latin1').decode(unsigned);
    const from = text.indexOf(unsignedPlace.range);
    const to = text.indexOf(unsignedPlace.contents) + unsignedPlace.contents.length;
    expect(differing.every((index) => index > from && index < to)).toBe(true);
  });

  it('is caught when anything is appended to it', async () => {
    for (const more of ['\n', '%%EOF\n', '1 0 obj << /Contents 9 0 R >> endobj\nstartxref\n0\n%%EOF'])
      expect(await flawOf(Buffer.concat([signed, Buffer.from(more)]), key)).toBe(
        'The signature does not cover all of it',
      );
  });

  // The wrapping of the signature itself has bits that say nothing; the stored hash of the file catches those too.
  it('is caught when any bit that the signature covers is changed', async () => {
    const text = new TextDecoder('latin1').decode(unsigned);
    const start = text.indexOf(unsignedPlace.contents) + '/Contents '.length;
    const end = start + unsignedPlace.contents.length - '/Contents '.length;
    await fc.assert(
      fc.asyncProperty(fc.nat(signed.length - 1), fc.nat(7), async (index, bit) => {
        fc.pre(index < start || index >= end);
        const altered = signed.slice();
        altered[index] = (altered[index] ?? 0) ^ (1 << bit);
        expect(await flawOf(altered, key)).toBeDefined();
      }),
      { numRuns: 300 },
    );
  });

  it('cannot be made of a document without a place for the signature', async () => {
    const without = await renderCertificatePdf(snapshot, await loadCertificateAssets());
    await expect(signPdf(without, await sealOf(key), { signer, digest })).rejects.toThrow('no place');
    await expect(signPdf(signed, await sealOf(key), { signer, digest })).rejects.toThrow('no place');
  });
});

describe('the certificate of a signing key', () => {
  it('is what readers of PDF ask for: signed by the key itself, for signing documents', async () => {
    const { certificate } = await sealOf(key);
    const read = new X509Certificate(certificate);
    expect(read.verify(read.publicKey)).toBe(true);
    expect(read.publicKey.export({ format: 'jwk' })).toMatchObject(key.jwk);
    expect(read.subject).toContain(provider);
    expect(read.issuer).toBe(read.subject);
    expect(read.keyUsage).toEqual(['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36']);
    expect(new Date(read.validTo).getUTCFullYear()).toBe(2046);
  });

  it('names a provider with letters of any script, and dates beyond 2050', () => {
    const toSign = certificateToSign(key, '医学教育学会', '2040-02-29T00:00:00.000Z');
    expect(Buffer.from(toSign).includes(Buffer.from('医学教育学会'))).toBe(true);
    expect(Buffer.from(toSign).includes('20600201000000Z')).toBe(true);
  });
});
