import { signPdf } from '../../shared/documents/signature/sign-pdf.ts';
import { type Refusal, refuse } from '../../shared/domain/refusal.ts';
import { type Digests, ParkError, type Signer, type TranscriptPrinter } from '../../shared/ports.ts';
import type { Config } from '../config.ts';
import type { Seals } from '../records/seals.ts';
import type { MadeTranscript } from './transcript.ts';

/** A thousand credits are 120 pages and some 3.5 MB; what a function answers is 6 MB at most, in base64. */
const MOST_LINES = 1_000;

interface Printing {
  readonly seals: Seals;
  readonly signer: Signer;
  readonly transcriptPrinter: TranscriptPrinter;
  readonly digests: Digests;
  readonly config: Config;
}

/**
 * A transcript as a PDF that is signed as it is asked for, or why there is none. It is kept nowhere: it states how things
 * stand at a moment, and what proves each credit is its certificate.
 */
export async function printTranscript(
  made: MadeTranscript,
  { seals, signer, transcriptPrinter, digests, config }: Printing,
): Promise<Uint8Array | Refusal> {
  if (made.transcript.lines.length > MOST_LINES)
    return refuse({
      code: 'transcript-too-long',
      message: `${made.transcript.lines.length} credits are more than one PDF holds.`,
      remedy: 'Choose fewer years, or download the CSV.',
    });
  const seal = await seals.current(signer, config.providerName);
  const signature = { name: seal.provider, reason: 'Issued as a transcript', at: made.madeAt };
  const digest = (content: Uint8Array): Uint8Array => Buffer.from(digests.sha256(content), 'hex');
  try {
    const printed = { ...made, providerName: config.providerName };
    const document = await transcriptPrinter.transcript(printed, signature);
    return await signPdf(document, seal, { signer, digest });
  } catch (error) {
    if (!(error instanceof ParkError)) throw error;
    // What it says is for staff, who meet the same text where the certificate is parked.
    return refuse({
      code: 'transcript-unprintable',
      message: 'A name or title in this transcript has letters that cannot be set in a PDF.',
      remedy: 'Print the page, or download the CSV. Tell the provider if you need the PDF.',
    });
  }
}
