import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { type OtherVersion, renderCheckPage } from '../../shared/documents/check-page.ts';
import { renderVerificationPage } from '../../shared/documents/verification-page.ts';
import { type Certificate, readCertificateId } from '../../shared/domain/certificate.ts';
import type { CertificateId } from '../../shared/domain/kinds.ts';
import { endpoint } from '../endpoint.ts';
import type { Certificates } from '../records/certificates.ts';
import { publicReply } from '../views/public-reply.ts';

/** A certificate is corrected once or twice; whoever follows a longer line sees the nearest versions. */
const MOST_VERSIONS = 8;

/** The versions before and after a certificate whose PDFs were issued. */
async function otherVersions(from: Certificate, { byId }: Pick<Certificates, 'byId'>): Promise<OtherVersion[]> {
  const found: OtherVersion[] = [];
  for (const next of ['replaces', 'replacedBy'] as const)
    for (let certificate: Certificate | undefined = from, steps = 0; certificate && steps < MOST_VERSIONS; steps++) {
      const certificateId: CertificateId | undefined = certificate[next];
      certificate = certificateId === undefined ? undefined : await byId(certificateId);
      const { sha256, snapshot } = certificate ?? {};
      if (sha256 !== undefined && snapshot)
        found.push({ certificateId: snapshot.certificateId, version: snapshot.version, sha256 });
    }
  return found;
}

/** The public page that compares a PDF with a certificate, in the reader's browser. */
export const handler = endpoint(learnerRoutes.checkPdf, {}, async ({ params }, { certificates, config, digests }) => {
  const certificate = await certificates.byId(readCertificateId(params.certificateId));
  if (certificate) {
    const page = renderCheckPage(certificate, await otherVersions(certificate, certificates));
    return publicReply(digests, 200, page, 'own scripts');
  }
  const { siteUrl, providerName } = config;
  return publicReply(digests, 404, renderVerificationPage({ siteUrl, providerName }));
});
