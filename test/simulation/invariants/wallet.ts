import * as z from 'zod/mini';
import { type Contents, eventsOf, type Say } from '../contents.ts';
import type { Witness } from '../witness.ts';

const shown = z.object({
  credits: z.array(z.object({ certificateId: z.string(), amount: z.int(), standing: z.optional(z.string()) })),
  totals: z.array(z.object({ amount: z.int() })),
});
const sumOf = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

/** A wallet that was shown has what the ledger had awarded by then, to the hundredth, and its totals are the sum of it. */
export function checkWallets(contents: Contents, witness: Witness, say: Say): void {
  const awarded = new Map(
    eventsOf(contents, 'credit.awarded').map(({ certificateId, credits }) => [certificateId, credits]),
  );
  const corrected = new Set(eventsOf(contents, 'certificate.corrected').map(({ certificateId }) => certificateId));
  for (const { email, certificateId, wallet } of witness.wallets) {
    // Whether it was shown before or after cannot be told.
    if (corrected.has(certificateId) || !awarded.has(certificateId)) continue;
    const { credits, totals } = shown.parse(wallet);
    const inLedger = sumOf(awarded.get(certificateId) ?? []);
    const inWallet = sumOf(credits.filter((credit) => credit.certificateId === certificateId));
    if (inWallet !== inLedger)
      say(`The wallet of ${email} was shown with ${inWallet} of ${certificateId}, and the ledger has ${inLedger}`);
    // What was revoked or suspended is shown and does not count.
    if (sumOf(totals) !== sumOf(credits.filter(({ standing }) => standing === undefined)))
      say(`The totals shown to ${email} are not the sum of the credits`);
  }
}
