import { formatNameOf } from '../domain/activity.ts';
import type { Certificate, CertificateSnapshot } from '../domain/certificate.ts';
import type { CivilDate } from '../domain/kinds.ts';
import { longDate } from '../domain/long-date.ts';
import { certificateWording } from './certificate-wording.ts';
import { type Html, html, webAddress } from './html.ts';
import { nameHtml } from './name-html.ts';
import { publicPage } from './public-page.ts';
import { creditItem, statementParagraphs } from './wording-html.ts';

export interface VerificationPage {
  /** Absent when there is none under this address: the page says so in the same layout. */
  readonly certificate?: Certificate | undefined;
  /** The learner site, without a slash at the end. */
  readonly siteUrl: string;
  /** Who runs this site; named where there is no certificate to name its provider. */
  readonly providerName: string;
}

/**
 * The public page of a certificate: every certified fact and what has become of it, and nothing else about the person.
 * Whole HTML, without script; its one style is `verificationStyle`.
 */
export function renderVerificationPage({ certificate, siteUrl, providerName }: VerificationPage): string {
  const verdict = certificate ? verdictOn(certificate, siteUrl) : unknown;
  const issuer = certificate?.snapshot.provider.name ?? providerName;
  return publicPage({
    title: verdict.heading,
    issuer,
    content: html`<section class="status ${verdict.tone}">
<h1>${verdict.heading}</h1>
<p>${verdict.explanation}</p>
</section>
${certificate && facts(certificate)}
<footer><p>This page shows what the provider’s record says now. <a href="${webAddress(siteUrl) ?? '/'}">Learner site of ${providerName}</a></p></footer>`,
  });
}

interface Verdict {
  readonly tone: 'valid' | 'replaced' | 'revoked' | 'pending' | 'unknown';
  readonly heading: string;
  readonly explanation: Html;
}

const unknown: Verdict = {
  tone: 'unknown',
  heading: 'No certificate found',
  explanation: html`There is no certificate at this address. Compare it with the one that is printed below the square code of the certificate. The certificate number is another, and finds nothing here.`,
};

function verdictOn({ status, replacedBy, revokedOn, suspendedOn, snapshot }: Certificate, siteUrl: string): Verdict {
  const base = webAddress(siteUrl)?.replace(/\/$/, '') ?? '';
  const successor =
    replacedBy &&
    html` <a href="${base}/v/${encodeURIComponent(replacedBy)}">See the certificate that replaces it.</a>`;
  switch (status) {
    case 'valid':
      return {
        tone: 'valid',
        heading: 'This certificate is valid',
        explanation: html`${snapshot.provider.name} issued it, and it has been neither replaced nor revoked.`,
      };
    case 'replaced':
      return {
        tone: 'replaced',
        heading: 'This certificate was replaced',
        explanation: html`A corrected certificate stands in its place; this one no longer counts.${successor}`,
      };
    case 'suspended':
      return {
        tone: 'pending',
        heading: 'This certificate is suspended',
        explanation: html`The provider is clarifying something about it${suspendedOn && html` since ${day(suspendedOn)}`}. Until then it does not count as evidence of credit.`,
      };
    case 'revoked':
      return {
        tone: 'revoked',
        heading: 'This certificate was revoked',
        explanation: html`The provider withdrew it${revokedOn && html` on ${day(revokedOn)}`}. It no longer counts as evidence of credit.`,
      };
    default:
      return {
        tone: 'pending',
        heading: 'This certificate is being prepared',
        explanation: html`The credit below is on record. The certificate itself has not been issued yet; come back later.`,
      };
  }
}

const day = (date: CivilDate): Html => html`<time datetime="${date}">${longDate(date)}</time>`;

function facts({ snapshot, sha256 }: Certificate): Html {
  const wording = certificateWording(snapshot);
  const rows: readonly (readonly [string, Html | undefined])[] = [
    ['Certificate number', html`${snapshot.number}${snapshot.version > 1 && html`, version ${snapshot.version}`}`],
    ['Format', html`<span class="capital">${formatNameOf(snapshot)}</span>`],
    ['Provider', html`<bdi>${snapshot.provider.name}</bdi>`],
    ['Joint provider', snapshot.jointProvider ? html`<bdi>${snapshot.jointProvider}</bdi>` : undefined],
    ['Location', snapshot.location ? html`<bdi>${snapshot.location}</bdi>` : undefined],
    ['Participated', day(snapshot.participatedOn)],
    [wording.awardedLabel, day(snapshot.awardedOn)],
    ['PDF, SHA-256', sha256 ? html`<code>${sha256}</code>` : undefined],
  ];
  return html`<article class="certificate" aria-label="What the certificate says">
<p class="quiet">${wording.opening}</p>
<p class="name">${nameHtml(wording.name)}</p>
<p class="quiet">${wording.participation}</p>
<p class="title"><bdi>${wording.title}</bdi></p>
<ul class="credits">${wording.credits.map(creditItem)}</ul>
<dl>${rows.map(([term, fact]) => fact && html`<dt>${term}</dt><dd>${fact}</dd>`)}</dl>
${statements(wording.statements)}
${sha256 && howToCompare(snapshot)}
</article>`;
}

const statements = (texts: readonly string[]): Html =>
  html`${texts.length > 0 && html`<div class="statements">${statementParagraphs(texts)}</div>`}`;

const howToCompare = ({ certificateId }: CertificateSnapshot): Html =>
  html`<p class="check"><a href="/v/${certificateId}/pdf">Check a PDF that you were given</a></p>`;
