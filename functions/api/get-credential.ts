import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { badgeImage } from '../../shared/documents/credential/badge-image.ts';
import { asToken, withProof } from '../../shared/documents/credential/secured.ts';
import { checkCredential } from '../../shared/domain/credential.ts';
import { isHolder } from '../accounts/holder.ts';
import { contentDisposition } from '../adapters/content-disposition.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, reply, tooMany } from '../middleware/reply.ts';
import { badgeOf } from '../views/badge-of.ts';
import { signingWith } from '../views/signing.ts';
import { signingLimits } from '../views/signing-limits.ts';

/**
 * Gives a learner the credential of an award, signed as it is asked for: what it says is a function of what is stored, and
 * the key that signs now signs it.
 */
export const handler = endpoint(
  learnerRoutes.getCredential,
  { signer: kmsSigner },
  async ({ params: { certificateId, format }, principal }, capabilities) => {
    const { certificates, signIns, signer, digests, clock } = capabilities;
    const certificate = await certificates.byId(certificateId);
    if (!certificate || !(await isHolder(certificate, principal.learnerId, capabilities)))
      return notFound('certificate');
    if (format !== 'jsonld' && format !== 'jwt' && format !== 'svg') return notFound('format');
    const refusal = checkCredential(certificate);
    if (refusal) return refusal;
    const wait = await signIns.countAgainst(signingLimits.credential, principal.learnerId);
    if (wait) return tooMany(wait);
    const { snapshot } = certificate;
    const credential = await badgeOf(certificate, capabilities);
    const signing = signingWith({ signer, digests });
    const download = (text: string, type: string, ending: string) =>
      reply(200, text, {
        headers: {
          'content-type': type,
          'content-disposition': contentDisposition(`Credential ${snapshot.number}.${ending}`),
        },
      });
    if (format === 'jwt') return download(await asToken(credential, signing), 'application/vc+jwt', 'jwt');
    const proved = JSON.stringify(await withProof(credential, clock.now(), signing));
    return format === 'svg'
      ? download(badgeImage(snapshot, proved), 'image/svg+xml', 'svg')
      : download(proved, 'application/vc', 'json');
  },
);
