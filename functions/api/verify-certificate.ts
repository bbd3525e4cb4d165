import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { renderVerificationPage } from '../../shared/documents/verification-page.ts';
import { readCertificateId, shownToAnybody } from '../../shared/domain/certificate.ts';
import { endpoint } from '../endpoint.ts';
import { publicReply } from '../views/public-reply.ts';

/**
 * The public page that says whether a certificate is genuine. It has no script, and no person's address. One that its holder turned off
 * answers to the letter as if there were no such certificate.
 */
export const handler = endpoint(
  learnerRoutes.verifyCertificate,
  {},
  async ({ params }, { certificates, config, digests }) => {
    const certificate = shownToAnybody(await certificates.byId(readCertificateId(params.certificateId)));
    const page = renderVerificationPage({ certificate, siteUrl: config.siteUrl, providerName: config.providerName });
    return publicReply(digests, certificate ? 200 : 404, page);
  },
);
