import { renderCertificatePdf } from '../../shared/documents/certificate-pdf.ts';
import type { Printer } from '../../shared/ports.ts';
import { loadCertificateAssets } from '../assets/index.ts';

/** The printer of certificates of this deployment, with the fonts that are beside the bundle. */
export const certificatePrinter = (): Printer => ({
  certificate: async (snapshot, signed, theme) =>
    renderCertificatePdf(snapshot, await loadCertificateAssets(), { signed, theme }),
});
