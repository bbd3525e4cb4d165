import type { Certificate } from '../domain/certificate.ts';
import type { CertificateId, Sha256 } from '../domain/kinds.ts';
import { type Html, html } from './html.ts';
import { publicPage } from './public-page.ts';

/** Where the page's script lies on the site. */
export const checkScript = '/check-pdf.js';

/** Another version of a certificate: one that it was corrected from, or that was corrected from it. */
export interface OtherVersion {
  readonly certificateId: CertificateId;
  readonly version: number;
  readonly sha256: Sha256;
}

/**
 * The public page that compares a PDF with a certificate and its other versions: the file is hashed in the browser and sent
 * nowhere. Without script it says how that is done by hand.
 */
export function renderCheckPage(
  { snapshot, sha256, status }: Certificate,
  others: readonly OtherVersion[] = [],
): string {
  const back = html`<a href="/v/${snapshot.certificateId}">The certificate ${snapshot.number}</a>`;
  return publicPage({
    title: 'Check a PDF',
    issuer: snapshot.provider.name,
    script: checkScript,
    content: html`<section class="status unknown">
<h1>Check a PDF</h1>
<p>Was this very file issued as the certificate ${snapshot.number}? It is compared on your device and sent nowhere.</p>
</section>
<article class="certificate">${sha256 ? comparison({ sha256, stands: standing[status] ?? standing.valid, version: snapshot.version, others }) : notYet}</article>
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

/** What is said of a file that is another version: the newest, and nothing but the newest, counts. */
function ofVersion(other: OtherVersion, version: number): Html {
  const page = html`<a href="/v/${other.certificateId}">its own page</a>`;
  const [heading, what] =
    other.version < version
      ? ['An earlier version', html`It was issued, and has been replaced by a newer one: it no longer counts.`]
      : ['A newer version', html`It was issued in the place of this certificate. How it stands, says ${page}.`];
  return html`<div class="status replaced" data-verdict="${other.sha256}" hidden><h2>${heading}</h2><p>${file} is version ${other.version} of this certificate. ${what}</p></div>`;
}

function comparison(facts: {
  readonly sha256: Sha256;
  readonly stands: Html;
  readonly version: number;
  readonly others: readonly OtherVersion[];
}): Html {
  const { sha256, stands, version, others } = facts;
  return html`<div class="drop" data-drop hidden>
<label for="file">Choose the PDF, or drop it here</label>
<input id="file" type="file" accept="application/pdf">
</div>
<div role="status">
<p data-verdict="reading" hidden>Reading the file…</p>
<div class="status valid" data-verdict="${sha256}" hidden><h2>Genuine</h2><p>${file} is the file that was issued, to the last byte. ${stands}</p></div>
${others.map((other) => ofVersion(other, version))}
<div class="status revoked" data-verdict="other" hidden><h2>Not the certificate</h2><p>${file} is not the file that was issued. It was changed, or it is another document. Ask its sender for the original, or trust the public page alone.</p></div>
<div class="status replaced" data-verdict="unreadable" hidden><h2>The file could not be read</h2><p>Choose ${file} again, or compute its SHA-256 by hand.</p></div>
</div>
<details><summary>Compare by hand</summary>
<p>Compute the SHA-256 of the file; a single changed letter gives another. On macOS and Linux: <code>shasum -a 256 FILE.pdf</code>. On Windows: <code>certutil -hashfile FILE.pdf SHA256</code>. The certificate’s is</p>
<p><code>${sha256}</code></p></details>`;
}
