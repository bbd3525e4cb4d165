import type { CivilDate } from '../../domain/kinds.ts';
import { longDate } from '../../domain/long-date.ts';
import type { MailKind } from '../../domain/work.ts';
import { html } from '../html.ts';
import { nameHtml, nameText } from '../name-html.ts';
import { type MailContent, mailHtml, mailStyles, oneLine } from './layout.ts';

export interface ChangeMail {
  readonly kind: Extract<MailKind, `certificate.${string}`>;
  readonly name: string;
  readonly title: string;
  /** The certificate's number, as people quote it. */
  readonly number: string;
  /** The day of the change. */
  readonly on: CivilDate;
  readonly certificateUrl: string;
  readonly providerName: string;
  readonly providerContact: string;
}

/** What happened, and what it means for the learner: subject, sentences, and what the button says. */
const words: Readonly<
  Record<ChangeMail['kind'], { readonly subject: string; readonly what: string; readonly so: string }>
> = {
  'certificate.corrected': {
    subject: 'Your certificate was corrected',
    what: 'was corrected. A new version stands in its place; the earlier one no longer counts.',
    so: 'Please use the new version from now on, including wherever you sent the earlier one. If you did not expect this, ask us.',
  },
  'certificate.revoked': {
    subject: 'Your certificate was revoked',
    what: 'was revoked. It no longer counts as evidence of credit, and its public page says so.',
    so: 'If you do not know why, or think that it is wrong, ask us. Please no longer send it to anybody.',
  },
  'certificate.suspended': {
    subject: 'Your certificate is suspended',
    what: 'is suspended while something about it is being clarified. Until then its public page says so, and it does not count.',
    so: 'There is nothing to do unless we ask you. If you do not know why, ask us.',
  },
  'certificate.restored': {
    subject: 'Your certificate is valid again',
    what: 'is valid again: the suspension has ended.',
    so: 'There is nothing to do.',
  },
};

/** Tells a learner that staff changed one of their certificates. The reason, which may name others, is not in it. */
export function changeMail(change: ChangeMail): MailContent {
  const [name, title, number] = [oneLine(change.name), oneLine(change.title), oneLine(change.number)];
  const [provider, contact] = [oneLine(change.providerName), oneLine(change.providerContact)];
  const { subject, what, so } = words[change.kind];
  const { text, small, heading, button } = mailStyles;
  const on = longDate(change.on);
  return {
    subject: `${subject}: ${title}`,
    text: [
      `${nameText(name)},`,
      `your certificate ${number} for “${title}” ${what} Date: ${on}.`,
      so,
      `Certificate:\n${change.certificateUrl}`,
      `${provider}\nQuestions: ${contact}`,
    ].join('\n\n'),
    html: mailHtml({
      title: subject,
      preheader: `${title}, ${on}`,
      sender: provider,
      body: html`<h1 class="accent" style="${heading}">${subject}</h1>
<p class="ink" style="${text}">${nameHtml(name)}, your certificate ${number} for <b>${title}</b> ${what} Date: ${on}.</p>
<p class="ink" style="${text}">${so}</p>
<p style="margin:22px 0 20px"><a class="button" href="${change.certificateUrl}" style="${button}">Open the certificate</a></p>`,
      footer: html`<p class="quiet" style="${small}">You will be asked to sign in.</p>
<p class="quiet" style="${small}">Questions: ${contact}</p>`,
    }),
  };
}
