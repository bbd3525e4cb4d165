import { renderTranscriptPdf } from '../../shared/documents/transcript-pdf.ts';
import type { TranscriptPrinter } from '../../shared/ports.ts';
import { loadCertificateAssets } from '../assets/index.ts';

/** The printer of transcripts of this deployment, with the fonts that are beside the bundle. */
export const transcriptPrinter = (): TranscriptPrinter => ({
  transcript: async (printed, signed) => renderTranscriptPdf(printed, await loadCertificateAssets(), signed),
});
