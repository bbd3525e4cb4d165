import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { CREDENTIALS_CONTEXT } from '../../shared/documents/credential/contexts.ts';
import { withProof } from '../../shared/documents/credential/secured.ts';
import { checkCredential } from '../../shared/domain/credential.ts';
import { kmsSigner } from '../adapters/kms-signer.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, tooMany } from '../middleware/reply.ts';
import { required } from '../records/require.ts';
import { badgeOf } from '../views/badge-of.ts';
import { signingWith } from '../views/signing.ts';
import { signingLimits } from '../views/signing-limits.ts';

/**
 * Gives a wallet the credential that its holder offered it (VCALM v1.0, 3.6, an exchange of one message). A wallet whose
 * answer was lost asks again and gets it again, until the offer expires.
 */
export const handler = endpoint(
  learnerRoutes.giveToWallet,
  { signer: kmsSigner },
  async ({ params: { offerToken } }, capabilities) => {
    const { walletOffers, certificates, signIns, signer, digests, clock } = capabilities;
    const offer = await walletOffers.ofToken(digests.sha256(offerToken));
    if (!offer) return notFound('offer');
    const certificate = required(await certificates.byId(offer.certificateId), 'The certificate of an offer');
    const refusal = checkCredential(certificate);
    if (refusal) return refusal;
    const wait = await signIns.countAgainst(signingLimits.offer, digests.sha256(offerToken));
    if (wait) return tooMany(wait);
    const badge = await badgeOf(certificate, capabilities);
    return {
      verifiablePresentation: {
        '@context': [CREDENTIALS_CONTEXT],
        type: ['VerifiablePresentation'],
        verifiableCredential: [await withProof(badge, clock.now(), signingWith({ signer, digests }))],
      },
    };
  },
);
