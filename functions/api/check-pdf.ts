import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { type OtherVersion, renderCheckPage } from '../../shared/documents/check-page.ts';
import { renderVerificationPage } from '../../shared/documents/verification-page.ts';
import { type Certificate, readCertificateId, shownToAnybody } from '../../shared/domain/certificate.ts';
import { endpoint } from '../endpoint.ts';
import { versionsFrom } from '../records/certificate-versions.ts';
import type { Certificates } from '../records/certificates.ts';
import { publicReply } from '../views/public-reply.ts';

/** A certificate is corrected once or twice; whoever follows a longer line sees the nearest versions. */
const MOST_VERSIONS = 8;

/** The versions before and after a certificate whose PDFs were issued. */
async function otherVersions(from: Certificate, certificates: Pick<Certificates, 'byId'>): Promise<OtherVersion[]> {
  const found: OtherVersion[] = [];
  for (const next of ['replaces', 'replacedBy'] as const) {
    let steps = 0;
    for await (const { sha256, snapshot } of versionsFrom(from, next, certificates)) {
      if (sha256 !== undefined)
        found.push({ certificateId: snapshot.certificateId, version: snapshot.version, sha256 });
      if (++steps === MOST_VERSIONS) break;
    }
  }
  return found;
}

/**
 * The public page that compares a PDF with a certificate, in the reader's browser. It goes with the verification page: whoever has the
 * link and no file would learn from it that there is such a certificate, its number, and how it stands (ADR 50).
 */
export const handler = endpoint(learnerRoutes.checkPdf, {}, async ({ params }, { certificates, config, digests }) => {
  const certificate = shownToAnybody(await certificates.byId(readCertificateId(params.certificateId)));
  if (certificate) {
    const page = renderCheckPage(certificate, await otherVersions(certificate, certificates));
    return publicReply(digests, 200, page, 'own scripts');
  }
  const { siteUrl, providerName } = config;
  return publicReply(digests, 404, renderVerificationPage({ siteUrl, providerName }));
});
