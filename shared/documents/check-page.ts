import type { Certificate } from '../domain/certificate.ts';
import { type Html, html } from './html.ts';
import { publicPage } from './public-page.ts';

/** Where the page's script lies on the site. */
export const checkScript = '/check-pdf.js';

/**
 * The public page that compares a PDF with a certificate: the file is hashed in the browser and sent nowhere. Without
 * script it says how that is done by hand.
 */
export function renderCheckPage({ snapshot, sha256, status }: Certificate): string {
  const back = html`<a href="/v/${snapshot.certificateId}">The certificate ${snapshot.number}</a>`;
  return publicPage({
    title: 'Check a PDF',
    issuer: snapshot.provider.name,
    script: checkScript,
    content: html`<section class="status unknown">
<h1>Check a PDF</h1>
<p>Was this very file issued as the certificate ${snapshot.number}? It is compared on your device and sent nowhere.</p>
</section>
<article class="certificate">${sha256 ? comparison(sha256, standing[status] ?? standing.valid) : notYet}</article>
<footer><p>${back}</p></footer>`,
  });
}

const notYet = html`<p>The PDF of this certificate has not been issued yet. Come back later.</p>`;

const standing: Readonly<Partial<Record<Certificate['status'], Html>>> & { readonly valid: Html } = {
  valid: html`The certificate is valid.`,
  replaced: html`But the certificate was replaced by a corrected one, and no longer counts.`,
  suspended: html`But the certificate is suspended, and does not count for now.`,
  revoked: html`But the certificate was revoked, and no longer counts.`,
};

const file = html`<strong data-file></strong>`;

const comparison = (sha256: string, stands: Html): Html => html`<div class="drop" data-sha256="${sha256}" hidden>
<label for="file">Choose the PDF, or drop it here</label>
<input id="file" type="file" accept="application/pdf">
</div>
<div role="status">
<p data-verdict="reading" hidden>Reading the file…</p>
<div class="status valid" data-verdict="same" hidden><h2>Genuine</h2><p>${file} is the file that was issued, to the last byte. ${stands}</p></div>
<div class="status revoked" data-verdict="other" hidden><h2>Not the certificate</h2><p>${file} is not the file that was issued. It was changed, or it is another document. Ask its sender for the original, or trust the public page alone.</p></div>
<div class="status replaced" data-verdict="unreadable" hidden><h2>The file could not be read</h2><p>Choose ${file} again, or compute its SHA-256 by hand.</p></div>
</div>
<details><summary>Compare by hand</summary>
<p>Compute the SHA-256 of the file; a single changed letter gives another. On macOS and Linux: <code>shasum -a 256 FILE.pdf</code>. On Windows: <code>certutil -hashfile FILE.pdf SHA256</code>. The certificate’s is</p>
<p><code>${sha256}</code></p></details>`;
