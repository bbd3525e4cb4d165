import { formatCredit } from '../domain/credit-type.ts';
import { civilDateIn, type Instant } from '../domain/kinds.ts';
import { longDate } from '../domain/long-date.ts';
import type { Share } from '../domain/share.ts';
import type { Transcript, TranscriptLine } from '../domain/transcript.ts';
import { type Html, html, webAddress } from './html.ts';
import { publicPage } from './public-page.ts';
import { askedKind, standingWords } from './transcript-wording.ts';
import { sentenceHtml } from './wording-html.ts';

export interface SharedTranscriptPage {
  /** Absent when the link leads to nothing, any more or ever: the page says so in one way for all. */
  readonly shared?:
    | {
        readonly share: Pick<Share, 'madeAt' | 'expiresAt'>;
        /** Where the signed PDF of it is. */
        readonly pdf: string;
        readonly made: { readonly transcript: Transcript; readonly name: string; readonly madeAt: Instant };
      }
    | undefined;
  /** Who runs this site. */
  readonly providerName: string;
}

const dayOf = (instant: Instant): string => longDate(civilDateIn(instant, 'UTC'));

/** The public page of a shared transcript: whole HTML, without script and without an address of the person. */
export function renderSharedTranscript({ shared, providerName }: SharedTranscriptPage): string {
  if (!shared)
    return publicPage({
      title: 'No transcript here',
      issuer: providerName,
      content: html`<section class="status unknown">
<h1>No transcript here</h1>
<p>The link has expired, was withdrawn, or is not complete. Ask whoever sent it for a new one.</p>
</section>`,
    });
  const { share, made, pdf } = shared;
  const { transcript, name, madeAt } = made;
  const { from, to, types } = transcript.scope;
  return publicPage({
    title: 'Transcript',
    issuer: providerName,
    content: html`<section class="status valid">
<h1>Transcript of continuing education</h1>
<p>Shared by its holder on ${dayOf(share.madeAt)}, until ${dayOf(share.expiresAt)}. Each credit is shown as it stands today, ${dayOf(madeAt)}.</p>
</section>
<article class="certificate wide">
<p class="name"><bdi>${name}</bdi></p>
<dl>
<dt>Covers</dt><dd>Participation from ${longDate(from)} to ${longDate(to)}</dd>
<dt>Kinds of credit</dt><dd>${types ? types.map((type, index) => html`${index > 0 && ', '}${sentenceHtml(askedKind(type, transcript))}`) : 'All'}</dd>
</dl>
${transcript.lines.length === 0 ? html`<p class="none">No credit in this range.</p>` : tables(transcript, name)}
<p class="check"><a href="${pdf}">Download PDF, signed</a></p>
</article>
<footer><p>Times are in UTC. Credit of different kinds is not added up. Attendance that earned no credit, and what was suspended or revoked, counts in no total. Check each credit on its verification page.</p></footer>`,
  });
}

const kindName = ({ names }: Pick<TranscriptLine, 'names'>): Html => html`${sentenceHtml(names.plural)}`;

const tables = ({ lines, totals }: Transcript, bearer: string): Html => html`<table>
<caption>Totals by kind</caption>
<thead><tr><th scope="col">Kind of credit</th><th scope="col" class="number">Total</th></tr></thead>
<tbody>${totals.map(({ names, amount }) => html`<tr><th scope="row">${kindName({ names })}</th><td class="number">${formatCredit(amount)}</td></tr>`)}</tbody>
</table>
<h2>Credits, newest first</h2>
<ul class="lines">${lines.map((line) => item(line, bearer))}</ul>`;

function item(line: TranscriptLine, bearer: string): Html {
  const { participatedOn, title, provider, jointProvider, name, number, verifyUrl, standing } = line;
  const by =
    jointProvider === undefined
      ? html`<bdi>${provider}</bdi>`
      : html`<bdi>${provider}</bdi> with <bdi>${jointProvider}</bdi>`;
  return html`<li>
<p class="activity"><bdi>${title}</bdi></p>
<p>${credited(line)}${standing !== 'valid' && html` <strong>${standingWords[standing]}</strong>`}</p>
<p class="small">Participated on <time datetime="${participatedOn}">${longDate(participatedOn)}</time>${name !== bearer && html` as <bdi>${name}</bdi>`}. ${by}. Certificate ${verifyUrl === undefined ? number : html`<a href="${webAddress(verifyUrl) ?? ''}">${number}</a>`}</p>
</li>`;
}

const credited = ({ basis, amount, names }: TranscriptLine): Html =>
  basis === 'awarded' ? html`${formatCredit(amount)} ${kindName({ names })}` : html`Attendance`;
