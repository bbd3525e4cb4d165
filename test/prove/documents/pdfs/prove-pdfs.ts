import { randomFrom } from '../../../simulation/random.ts';
import { flawOf } from '../../../support/signed-pdf.ts';
import type { Finding } from '../../proof.ts';
import { countIn } from '../../tally.ts';
import { openCheckPages } from './check-pages.ts';
import { type Forgery, forge, signaturePlace } from './forge-pdf.ts';
import { type Issued, signedCertificates } from './signed-certificates.ts';

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
 * Forges certificates in `count` ways and asks the two who judge them: the page that compares a file with a certificate, by its own
 * handler and script, and the signature as another implementation reads it. The page refuses every one; the signature every one but
 * those that alter it alone, and say nothing else.
 */
export async function provePdfs(seed: number, count: number): Promise<Finding> {
  const random = randomFrom(seed);
  const { key, issued } = await signedCertificates();
  const pageSays = await openCheckPages(issued);
  const outcomes: Record<string, number> = {};
  const failures: string[] = [];
  for (const one of issued) {
    const flaw = await flawOf(one.file, key);
    if (flaw) failures.push(`a certificate that was issued: ${flaw}`);
    const said = await pageSays(one, one.file);
    if (said !== 'genuine') failures.push(`a certificate that was issued: the page says ${said}`);
  }
  for (let tried = 0; tried < count; ) {
    const forgery = forge(issued, random);
    const { kind, file, of } = forgery;
    // A chance change may change nothing: a byte replaced by itself is no forgery.
    if (Buffer.compare(file, of.file) === 0) continue;
    tried += 1;
    const said = await pageSays(of, file);
    if (said !== 'other') failures.push(`${kind}, number ${tried}: the page says ${said}`);
    const flaw = await flawOf(file, key);
    if (!flaw && !onlyInSignature(forgery, of)) failures.push(`${kind}, number ${tried}: the signature holds`);
    const outcome = `refused by the check page${flaw ? ' and the signature' : ' alone'}: ${kind}`;
    countIn(outcomes, outcome);
  }
  const sorted = Object.fromEntries(Object.entries(outcomes).toSorted(([one], [two]) => (one < two ? -1 : 1)));
  return { name: 'pdfs', tried: count, outcomes: sorted, failures };
}
