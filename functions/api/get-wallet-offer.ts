import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { renderWalletOffer } from '../../shared/documents/wallet-offer-page.ts';
import { endpoint } from '../endpoint.ts';
import { reply } from '../middleware/reply.ts';
import { publicReply } from '../views/public-reply.ts';

/**
 * Tells a wallet how to fetch a credential, and a person how to have a wallet do so (VCALM v1.0, 3.7, "Interaction
 * Protocols Response"): the same address for both, by what they accept.
 */
export const handler = endpoint(
  learnerRoutes.getWalletOffer,
  {},
  async ({ params: { offerToken }, header }, { walletOffers, certificates, digests, config }) => {
    const { siteUrl, providerName } = config;
    const address = `${siteUrl}/credentials/offers/${offerToken}`;
    const offer = await walletOffers.ofToken(digests.sha256(offerToken));
    const certificate = offer && (await certificates.byId(offer.certificateId));
    const isWallet = header('accept')?.includes('application/json') ?? false;
    if (isWallet && offer)
      return reply(200, JSON.stringify({ protocols: { vcapi: `${address}/exchange` } }), {
        headers: { 'content-type': 'application/json', 'access-control-allow-origin': '*', vary: 'accept' },
      });
    const page = renderWalletOffer({
      offer: offer && certificate && { url: `${address}?iuv=1`, title: certificate.snapshot.title, ...offer },
      providerName,
    });
    return publicReply(digests, offer ? 200 : 404, page);
  },
);
