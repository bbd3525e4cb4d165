import { signatoriesOf } from '../domain/activity.ts';
import type { Certificate, CertificateStatus } from '../domain/certificate.ts';
import { plainTheme, type Theme } from '../domain/theme.ts';
import { densityOf } from './certificate-density.ts';
import { previewTitle } from './certificate-theme.ts';
import { certificateWording } from './certificate-wording.ts';
import { drawingHtml } from './drawing-html.ts';
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

/** A drawing of the site's, in the colours of the sheet. */
const ornament = (className: string, box: string, lines: string) =>
  html`<svg class="${className}" viewBox="${box}" preserveAspectRatio="none" aria-hidden="true"><use href="${lines}"></use></svg>`;

/**
 * The certificate as paper in HTML, an `<article>` that the learner's screen shows and the browser's Print prints: the
 * same words as the PDF, from the same snapshot, with the drawings of the same theme. Its styles are the page's (`.sheet`); it holds no script and no link.
 */
export function renderCertificateSheet(
  { snapshot, status }: Pick<Certificate, 'snapshot' | 'status'>,
  { logo, seal, signatures }: Theme = plainTheme,
  preview?: 'preview',
): string {
  const wording = certificateWording(snapshot);
  const signatories = signatoriesOf(snapshot.provider);
  const says = preview ? previewTitle : standing[status];
  const modules = qrModules(snapshot.verifyUrl);
  const facts: readonly (readonly [string, string])[] = [
    ['Certificate number', snapshot.number],
    ['Participated', wording.participatedOn],
    [wording.awardedLabel, wording.awardedOn],
  ];
  // A signature is as high as four lines of statements, the stamp as three; beside others, names and titles take two lines.
  const more = (signatures.some((one) => one) ? 4 : 0) + (says ? 3 : 0) + (signatories.length > 1 ? 2 : 0);
  return html`<article class="sheet sheet-${densityOf(wording, more)}" aria-label="${wording.heading}">
${ornament('sheet-band', '0 0 240 5400', '/band.svg#lines')}
<div class="sheet-main">
<div class="sheet-issuer">${logo && drawingHtml(logo, 'sheet-logo', `Logo of ${wording.provider}`)}<div>
<p class="sheet-provider"><bdi>${wording.provider}</bdi></p>
${wording.jointProvider && html`<p class="sheet-joint"><bdi>${wording.jointProvider}</bdi></p>`}
</div></div>
<p class="sheet-heading">${wording.heading}</p>
${says && html`<p class="sheet-standing">${says}</p>`}
<p class="sheet-quiet">${wording.opening}</p>
<p class="sheet-name">${nameHtml(wording.name)}</p>
<p class="sheet-quiet">${wording.participation}</p>
<p class="sheet-title"><bdi>${wording.title}</bdi></p>
<p class="sheet-quiet">${wording.occasion}</p>
<ul class="sheet-credits">${wording.credits.map(creditItem)}</ul>
<div class="sheet-signatories">${signatories.map(({ name, title }, index) => {
    const signature = signatures[index] ?? undefined;
    return html`<div>${signature && drawingHtml(signature, 'sheet-signature', `Signature of ${name}`)}
<p class="sheet-signatory"><bdi>${name}</bdi><small><bdi>${title}</bdi></small></p></div>`;
  })}</div>
</div>
<div class="sheet-side">
${seal ? drawingHtml(seal, 'sheet-rosette', `Seal of ${wording.provider}`) : ornament('sheet-rosette', '0 0 1000 1000', '/rosette.svg#lines')}
<dl>${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>`)}<dt>Check this certificate</dt>
<dd><svg class="sheet-code" viewBox="0 0 ${modules.length} ${modules.length}" role="img" aria-label="QR code of the address below"><path d="${qrPath(modules)}"></path></svg>
<span class="sheet-address">${snapshot.verifyUrl.replace(/^https?:\/\//, '')}</span></dd></dl>
</div>
<div class="sheet-statements">${statementParagraphs(wording.statements)}</div>
</article>`.toString();
}
