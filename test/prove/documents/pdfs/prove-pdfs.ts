import { createHash } from 'node:crypto';
import { randomFrom } from '../../../simulation/random.ts';
import { flawOf } from '../../../support/signed-pdf.ts';
import type { Finding } from '../../proof.ts';
import { countIn } from '../../tally.ts';
import { type Forgery, forge, signaturePlace } from './forge-pdf.ts';
import { type Issued, signedCertificates } from './signed-certificates.ts';

const sha256 = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');

/** Whether a forgery differs in nothing but the place of the signature itself, whose own wrapping nobody signs. */
function onlyInSignature({ file }: Forgery, { file: issued }: Issued): boolean {
  const { from, to } = signaturePlace(issued);
  return (
    file.length === issued.length &&
    Buffer.compare(file.subarray(0, from), issued.subarray(0, from)) === 0 &&
    Buffer.compare(file.subarray(to), issued.subarray(to)) === 0
  );
}

/**
 * Forges certificates in `count` ways and asks the two who judge them: the comparison with the hash that the verification
 * page holds, and the signature as another implementation reads it. The comparison refuses every one; the signature every
 * one but those that alter it alone, and say nothing else.
 */
export async function provePdfs(seed: number, count: number): Promise<Finding> {
  const random = randomFrom(seed);
  const { key, issued } = await signedCertificates();
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  for (const { file } of issued) {
    const flaw = await flawOf(file, key);
    if (flaw) failures.push(`a certificate that was issued: ${flaw}`);
  }
  for (let tried = 0; tried < count; ) {
    const forgery = forge(issued, random);
    const { kind, file, of } = forgery;
    // A chance change may change nothing: a byte replaced by itself is no forgery.
    if (Buffer.compare(file, of.file) === 0) continue;
    tried += 1;
    if (sha256(file) === sha256(of.file)) failures.push(`${kind}, number ${tried}: it has the hash of the certificate`);
    const flaw = await flawOf(file, key);
    if (!flaw && !onlyInSignature(forgery, of)) failures.push(`${kind}, number ${tried}: the signature holds`);
    const outcome = `${flaw ? 'refused by hash and signature' : 'refused by hash'}: ${kind}`;
    countIn(outcomes, outcome);
  }
  const sorted = Object.fromEntries(Object.entries(outcomes).toSorted(([one], [two]) => (one < two ? -1 : 1)));
  return { name: 'pdfs', tried: count, outcomes: sorted, failures };
}
