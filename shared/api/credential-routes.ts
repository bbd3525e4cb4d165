import * as z from 'zod/mini';
import { instant } from './fields.ts';
import { type Route, route } from './route.ts';

const offer = z.object({
  /** For a browser, a QR code or a wallet: an interaction URL as VCALM v1.0 means it. */
  url: z.string(),
  expiresAt: instant,
});
const exchange = z.object({ verifiablePresentation: z.looseObject({ verifiableCredential: z.array(z.unknown()) }) });

/** Awards as credentials: to download, and to have a wallet fetch. */
export const credentialRoutes = {
  getCredential: route({
    name: 'get-credential',
    method: 'GET',
    path: '/api/certificates/{certificateId}/credentials/{format}',
    access: 'learner',
    summary:
      'Downloads an award as an Open Badges 3.0 credential: `jsonld` with a proof in it, `jwt`, or `svg`, an image that holds it.',
    answers: { 200: { media: ['application/vc', 'application/vc+jwt', 'image/svg+xml'] } },
    problems: [404, 409, 429],
  }),
  offerToWallet: route({
    name: 'offer-to-wallet',
    method: 'POST',
    path: '/api/certificates/{certificateId}/wallet-offers',
    access: 'learner',
    summary: 'Makes a link by which a wallet fetches the credential. It works for a quarter of an hour.',
    answers: { 201: offer },
    problems: [404, 409, 429],
  }),
  getWalletOffer: route({
    name: 'get-wallet-offer',
    method: 'GET',
    path: '/credentials/offers/{offerToken}',
    access: 'public',
    summary: 'Tells a wallet, which accepts JSON, how to fetch a credential, and a person how to have one do so.',
    answers: { 200: { media: ['text/html; charset=utf-8', 'application/json'] }, 404: 'html' },
  }),
  giveToWallet: route({
    name: 'give-to-wallet',
    method: 'POST',
    path: '/credentials/offers/{offerToken}/exchange',
    access: 'public',
    summary: 'Gives a wallet the credential. A repeat gives it again until the offer expires.',
    answers: { 200: exchange },
    problems: [404, 409, 429],
  }),
} as const satisfies Record<string, Route>;
