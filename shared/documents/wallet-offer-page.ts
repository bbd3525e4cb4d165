import type { WalletOffer } from '../domain/wallet-offer.ts';
import { html } from './html.ts';
import { qrModules, qrPath } from './pdf/qr.ts';
import { publicPage } from './public-page.ts';

export interface WalletOfferPage {
  /** Absent when the link leads to nothing, any more or ever: the page says so in one way for all. */
  readonly offer?: (Pick<WalletOffer, 'expiresAt'> & { readonly url: string; readonly title: string }) | undefined;
  /** Who runs this site. */
  readonly providerName: string;
}

/**
 * The page of an offer, for the person who wants the credential in a wallet: whole HTML, without script. On a phone its link
 * opens the wallet (VCALM v1.0, 3.7, "Interaction Scheme Format"); elsewhere the phone reads the code.
 */
export function renderWalletOffer({ offer, providerName }: WalletOfferPage): string {
  if (!offer)
    return publicPage({
      title: 'No credential waits here',
      issuer: providerName,
      content: html`<section class="status unknown">
<h1>No credential waits here</h1>
<p>The link has expired, or is not complete. Open your certificate and choose “Add to a wallet” again.</p>
</section>`,
    });
  const { url, title, expiresAt } = offer;
  const modules = qrModules(url);
  return publicPage({
    title: 'Add to a wallet',
    issuer: providerName,
    content: html`<section class="status pending">
<h1>Add your credential to a wallet</h1>
<p>Works as often as you need until <time datetime="${expiresAt}">${expiresAt.slice(11, 16)}</time> UTC. Whoever has this link can take the credential: do not pass it on.</p>
</section>
<article class="certificate">
<p class="title"><bdi>${title}</bdi></p>
<p class="check"><a href="interaction:${url}">Open in the wallet on this device</a></p>
<p class="check">Or scan this code with the wallet on your phone:</p>
<p class="check"><svg class="code" viewBox="-4 -4 ${modules.length + 8} ${modules.length + 8}" role="img" aria-label="QR code of the address below"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff"></rect><path d="${qrPath(modules)}"></path></svg></p>
<p class="small">Or paste this address into it: <code>${url}</code></p>
</article>
<footer><p>Any wallet that understands interaction links of the Verifiable Credential API works, such as the Learner Credential Wallet. Without one, download the credential as a file from your certificate.</p></footer>`,
  });
}
