import { html } from '../html.ts';
import { type MailContent, mailHtml, mailStyles, oneLine } from './layout.ts';

/** What happened to an account that its learner should hear of, since it decides who signs in. */
export type AccountNews = 'account.merged' | 'account.separated' | 'address.added';

const words: Readonly<Record<AccountNews, { readonly title: string; readonly what: string }>> = {
  'account.merged': {
    title: 'Your accounts have been merged',
    what: 'You had two accounts with us. They are one now: sign in with any of your addresses, and you find all your credits, certificates and courses in one place. Nothing was lost or changed.',
  },
  'account.separated': {
    title: 'Your accounts are separate again',
    what: 'Two accounts that had been merged are separate again. Sign in with the address of each to find what belongs to it.',
  },
  'address.added': {
    title: 'An address was added to your account',
    what: 'Another e-mail address can be used to sign in to your account. Your profile shows all of them.',
  },
};

/** Tells a learner by which addresses their account is reached now: who did not want that learns of it in time. */
export function accountMail(
  news: AccountNews,
  about: { readonly profileUrl: string; readonly providerName: string; readonly providerContact: string },
): MailContent {
  const [provider, contact] = [oneLine(about.providerName), oneLine(about.providerContact)];
  const { title, what } = words[news];
  const otherwise = 'If you did not expect this, tell us at once.';
  const { text, small, heading, button } = mailStyles;
  return {
    subject: title,
    text: [what, otherwise, `Your profile:\n${about.profileUrl}`, `${provider}\nQuestions: ${contact}`].join('\n\n'),
    html: mailHtml({
      title,
      preheader: otherwise,
      sender: provider,
      body: html`<h1 class="accent" style="${heading}">${title}</h1>
<p class="ink" style="${text}">${what}</p>
<p class="ink" style="${text}">${otherwise}</p>
<p style="margin:22px 0 20px"><a class="button" href="${about.profileUrl}" style="${button}">Your profile</a></p>`,
      footer: html`<p class="quiet" style="${small}">You will be asked to sign in.</p>
<p class="quiet" style="${small}">Questions: ${contact}</p>`,
    }),
  };
}
