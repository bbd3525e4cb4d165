import type { CivilDate } from '../../domain/kinds.ts';
import { longDate } from '../../domain/long-date.ts';
import { html } from '../html.ts';
import { type MailContent, mailHtml, mailStyles, oneLine } from './layout.ts';

export interface ErasureMail {
  /** From this day on the account is erased. */
  readonly on: CivilDate;
  readonly privacyUrl: string;
  readonly providerName: string;
  readonly providerContact: string;
}

/** Tells a learner that their account will be erased, and how to keep it: whoever did not ask for it learns of it in time. */
export function erasureMail({ on, privacyUrl, providerName, providerContact }: ErasureMail): MailContent {
  const [provider, contact] = [oneLine(providerName), oneLine(providerContact)];
  const { text, small, heading, button } = mailStyles;
  const day = longDate(on);
  const title = 'Your account will be erased';
  const what = `Your account will be erased on ${day}: your address, your profile and your answers. Certificates that were issued to you stay verifiable for as long as accreditors demand it.`;
  const otherwise = 'If you did not ask for this, or want to keep your account, sign in before that day and keep it.';
  return {
    subject: `${title} on ${day}`,
    text: [what, otherwise, `Keep my account:\n${privacyUrl}`, `${provider}\nQuestions: ${contact}`].join('\n\n'),
    html: mailHtml({
      title,
      preheader: `On ${day}, unless you keep it`,
      sender: provider,
      body: html`<h1 class="accent" style="${heading}">${title}</h1>
<p class="ink" style="${text}">${what}</p>
<p class="ink" style="${text}">${otherwise}</p>
<p style="margin:22px 0 20px"><a class="button" href="${privacyUrl}" style="${button}">Keep my account</a></p>`,
      footer: html`<p class="quiet" style="${small}">You will be asked to sign in.</p>
<p class="quiet" style="${small}">Questions: ${contact}</p>`,
    }),
  };
}
