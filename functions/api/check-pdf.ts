import { routes } from '../../shared/api/routes.ts';
import { renderCheckPage } from '../../shared/documents/check-page.ts';
import { renderVerificationPage } from '../../shared/documents/verification-page.ts';
import { endpoint } from '../endpoint.ts';
import { publicReply } from '../views/public-reply.ts';

/** The public page that compares a PDF with a certificate, in the reader's browser. */
export const handler = endpoint(routes.checkPdf, {}, async ({ params }, { certificates, config, digests }) => {
  const certificate = await certificates.byId(params.certificateId);
  if (certificate) return publicReply(digests, 200, renderCheckPage(certificate), 'own scripts');
  const { siteUrl, providerName } = config;
  return publicReply(digests, 404, renderVerificationPage({ siteUrl, providerName }));
});
