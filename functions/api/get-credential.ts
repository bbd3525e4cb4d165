import { routes } from '../../shared/api/routes.ts';
import { openBadge } from '../../shared/documents/credential/open-badge.ts';
import { asToken, withProof } from '../../shared/documents/credential/secured.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { contentDisposition } from '../adapters/content-disposition.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply } from '../middleware/reply.ts';
import { required } from '../records/require.ts';
import { signingWith } from '../views/signing.ts';

/**
 * Gives a learner the credential of an award, signed as it is asked for: what it says is a function of what is stored, and
 * the key that signs now signs it. One that was revoked is given all the same; whoever checks it reads that in its list.
 */
export const handler = endpoint(
  routes.getCredential,
  { signer: kmsSigner },
  async ({ params, principal }, { certificates, learners, statusList, signer, digests, clock, config }) => {
    const { certificateId, format } = params;
    const certificate = await certificates.byId(certificateId);
    if (certificate?.snapshot.learnerId !== principal.learnerId) return notFound('certificate');
    if (format !== 'jsonld' && format !== 'jwt') return notFound('format');
    const { snapshot, issuedAt } = certificate;
    if (!issuedAt)
      return refuse({
        code: 'certificate-not-issued',
        message: 'The certificate is still being prepared.',
        remedy: 'Wait a moment and try again. You will get an e-mail when it is ready.',
      });
    const [identity, learner] = await Promise.all([
      statusList.identityOf(certificateId),
      learners.byId(principal.learnerId),
    ]);
    const { email } = required(learner, 'The account of a session').value;
    const { siteUrl } = config;
    const credential = openBadge({ snapshot, identity, siteUrl, email, sha256: digests.sha256 });
    const signing = signingWith({ signer, digests });
    const download = (type: string, ending: string) => ({
      headers: {
        'content-type': type,
        'content-disposition': contentDisposition(`Credential ${snapshot.number}.${ending}`),
      },
    });
    return format === 'jwt'
      ? reply(200, await asToken(credential, signing), download('application/vc+jwt', 'jwt'))
      : reply(
          200,
          JSON.stringify(await withProof(credential, clock.now(), signing)),
          download('application/vc', 'json'),
        );
  },
);
