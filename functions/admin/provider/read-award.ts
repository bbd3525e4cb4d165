import { providerRoutes } from '../../../shared/api/provider-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** What a certificate certifies, without whose name stands on it, and what has become of it. */
export const handler = endpoint(providerRoutes.readAward, {}, async ({ params }, { certificates }) => {
  const certificate = await certificates.whole(params.certificateId);
  if (!certificate) return notFound('certificate');
  const { snapshot, status: standing, sha256, issuedAt, replaces, replacedBy, revokedOn, suspendedOn } = certificate;
  const { number: certificateNumber, ...facts } = snapshot;
  return {
    ...{ ...facts, certificateNumber, standing },
    ...{ sha256, issuedAt, replaces, replacedBy, revokedOn, suspendedOn },
  };
});
