import type { Sha256 } from '../../shared/domain/kinds.ts';
import type { WalletOffer } from '../../shared/domain/wallet-offer.ts';
import type { Clock, Table, Write } from '../../shared/ports.ts';
import { entities } from '../../shared/table.ts';
import { forgetAfter, held, putRow } from './rows.ts';

/** Credentials that wait for a wallet, by the hash of the token that fetches them. */
export interface WalletOffers {
  make(tokenHash: Sha256, offer: WalletOffer): Write;
  /** The offer of a token, unless it has expired. */
  ofToken(tokenHash: Sha256): Promise<WalletOffer | undefined>;
}

export function walletOffers({ table, clock }: { table: Table; clock: Clock }): WalletOffers {
  return {
    make: (tokenHash, offer) =>
      putRow(entities.walletOffer.keyOf({ tokenHash }), 'walletOffer', offer, undefined, forgetAfter(offer.expiresAt)),
    ofToken: async (tokenHash) => {
      const offer = held<WalletOffer>(await table.get(entities.walletOffer.keyOf({ tokenHash })))?.value;
      return offer && clock.now() < offer.expiresAt ? offer : undefined;
    },
  };
}
