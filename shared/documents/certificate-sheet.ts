import type { Certificate, CertificateStatus } from '../domain/certificate.ts';
import { densityOf } from './certificate-density.ts';
import { certificateWording } from './certificate-wording.ts';
import { html } from './html.ts';
import { nameHtml } from './name-html.ts';
import { qrModules, qrPath } from './pdf/qr.ts';
import { creditItem, statementParagraphs } from './wording-html.ts';

// On the paper itself, so that no print of it passes for a certificate that stands.
const standing: Readonly<Partial<Record<CertificateStatus, string>>> = {
  issuing: 'Not issued yet',
  replaced: 'Replaced',
  suspended: 'Suspended',
  revoked: 'Revoked',
};

/**
 * The certificate as paper in HTML, an `<article>` that the learner's screen shows and the browser's Print prints: the
 * same words as the PDF, from the same snapshot. Its styles are the page's (`.sheet`); it holds no script and no link.
 */
export function renderCertificateSheet({ snapshot, status }: Certificate): string {
  const wording = certificateWording(snapshot);
  const { signatory } = snapshot.provider;
  const modules = qrModules(snapshot.verifyUrl);
  const facts: readonly (readonly [string, string])[] = [
    ['Certificate number', snapshot.number],
    ['Participated', wording.participatedOn],
    [wording.awardedLabel, wording.awardedOn],
  ];
  return html`<article class="sheet sheet-${densityOf(wording)}" aria-label="${wording.heading}">
<img class="sheet-band" src="/band.svg" alt="">
<div class="sheet-main">
<p class="sheet-provider"><bdi>${wording.provider}</bdi></p>
${wording.jointProvider && html`<p class="sheet-joint"><bdi>${wording.jointProvider}</bdi></p>`}
<p class="sheet-heading">${wording.heading}</p>
${standing[status] && html`<p class="sheet-standing">${standing[status]}</p>`}
<p class="sheet-quiet">${wording.opening}</p>
<p class="sheet-name">${nameHtml(wording.name)}</p>
<p class="sheet-quiet">${wording.participation}</p>
<p class="sheet-title"><bdi>${wording.title}</bdi></p>
<p class="sheet-quiet">${wording.occasion}</p>
<ul class="sheet-credits">${wording.credits.map(creditItem)}</ul>
<p class="sheet-signatory"><bdi>${signatory.name}</bdi><small><bdi>${signatory.title}</bdi></small></p>
</div>
<div class="sheet-side">
<img class="sheet-rosette" src="/rosette.svg" alt="">
<dl>${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>`)}<dt>Check this certificate</dt>
<dd><svg class="sheet-code" viewBox="0 0 ${modules.length} ${modules.length}" role="img" aria-label="QR code of the address below"><path d="${qrPath(modules)}"></path></svg>
<span class="sheet-address">${snapshot.verifyUrl.replace(/^https?:\/\//, '')}</span></dd></dl>
</div>
<div class="sheet-statements">${statementParagraphs(wording.statements)}</div>
</article>`.toString();
}
