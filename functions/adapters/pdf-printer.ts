import { renderCertificatePdf } from '../../shared/documents/certificate-pdf.ts';
import { renderTranscriptPdf } from '../../shared/documents/transcript-pdf.ts';
import type { Printer } from '../../shared/ports.ts';
import { loadCertificateAssets } from '../assets/index.ts';

/** The printer of this deployment, with the fonts that are beside the bundle. */
export const pdfPrinter = (): Printer => ({
  certificate: async (snapshot, signed, theme) =>
    renderCertificatePdf(snapshot, await loadCertificateAssets(), { signed, theme }),
  transcript: async (printed, signed) => renderTranscriptPdf(printed, await loadCertificateAssets(), signed),
});
