import { routes } from '../../shared/api/routes.ts';
import { renderVerificationPage, verificationStyle } from '../../shared/documents/verification-page.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../middleware/reply.ts';
import { styleOnly } from '../views/content-security.ts';

/** The public page that says whether a certificate is genuine. It has no script, and no person's address. */
export const handler = endpoint(routes.verifyCertificate, {}, async ({ params }, capabilities) => {
  const { certificates, config, digests } = capabilities;
  const certificate = await certificates.byId(params.certificateId);
  const page = renderVerificationPage({ certificate, siteUrl: config.siteUrl, providerName: config.providerName });
  const headers = {
    'content-security-policy': styleOnly(digests, verificationStyle),
    'x-robots-tag': 'noindex',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  return reply(certificate ? 200 : 404, page, { headers });
});
