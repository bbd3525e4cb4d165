import type { CertificateId, Instant, LearnerId } from './kinds.ts';
import { later, MINUTE } from './kinds.ts';

/** A credential that its holder has a wallet fetch: whoever has the offer's token may, until it expires. */
export interface WalletOffer {
  readonly certificateId: CertificateId;
  readonly learnerId: LearnerId;
  readonly expiresAt: Instant;
}

/** Long enough to find the phone and open the wallet, short for a link that lies about in a history. */
export const offerEnd = (madeAt: Instant): Instant => later(madeAt, 15 * MINUTE);
