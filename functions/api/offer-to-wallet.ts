import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { checkCredential } from '../../shared/domain/credential.ts';
import { HOUR } from '../../shared/domain/kinds.ts';
import { offerEnd } from '../../shared/domain/wallet-offer.ts';
import { isHolder } from '../accounts/holder.ts';
import { endpoint } from '../endpoint.ts';
import { notFound, tooMany } from '../middleware/reply.ts';

const offerLimit = { scope: 'offer-to-wallet', limit: 30, windowMs: HOUR };

/** Makes an offer that a wallet fetches the credential by, once its holder asks for it: a link that soon expires. */
export const handler = endpoint(learnerRoutes.offerToWallet, {}, async ({ params, principal }, capabilities) => {
  const { certificates, walletOffers, signIns, table, ids, digests, clock, config } = capabilities;
  const { certificateId } = params;
  const { learnerId } = principal;
  const certificate = await certificates.byId(certificateId);
  if (!certificate || !(await isHolder(certificate, learnerId, capabilities))) return notFound('certificate');
  const refusal = checkCredential(certificate);
  if (refusal) return refusal;
  const wait = await signIns.countAgainst(offerLimit, learnerId);
  if (wait) return tooMany(wait);
  const token = ids.secret();
  const expiresAt = offerEnd(clock.now());
  await table.write([walletOffers.make(digests.sha256(token), { certificateId, learnerId, expiresAt })]);
  return { url: `${config.siteUrl}/credentials/offers/${token}?iuv=1`, expiresAt };
});
