import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { pdfKey } from '../../shared/domain/certificate.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { isHolder } from '../accounts/holder.ts';
import { s3Documents } from '../adapters/s3-documents.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply } from '../middleware/reply.ts';

/** A link works for this long and is made anew for each click (design, "Certificates"). */
const LINK_SECONDS = 300;

/**
 * Leads to the PDF. A file that is gone, which versions and locks of the bucket are to prevent, is said here, not by an error
 * of the store on a white page; staff hear of it at once.
 */
export const handler = endpoint(
  learnerRoutes.downloadCertificate,
  { documents: s3Documents },
  async ({ params, principal }, capabilities) => {
    const { certificates, documents, log } = capabilities;
    const certificate = await certificates.byId(params.certificateId);
    if (!certificate || !(await isHolder(certificate, principal.learnerId, capabilities)))
      return notFound('certificate');
    const { snapshot, sha256 } = certificate;
    if (!sha256)
      return refuse({
        code: 'certificate-not-issued',
        message: 'The certificate is still being prepared.',
        remedy: 'Wait a moment and try again. You will get an e-mail when it is ready.',
      });
    const fileName = `Certificate ${snapshot.number}.pdf`;
    const key = pdfKey(snapshot, sha256);
    if (!(await documents.exists(key))) {
      log({ event: 'document.missing', certificateId: snapshot.certificateId, key });
      return refuse({
        code: 'certificate-file-missing',
        message: 'The file of this certificate cannot be found. Your credit is safe.',
        remedy: `Print the page of the certificate instead, or ask for a new file: ${snapshot.provider.contact}.`,
      });
    }
    const location = await documents.link({ key, fileName, seconds: LINK_SECONDS });
    return reply(303, undefined, { headers: { location } });
  },
);
