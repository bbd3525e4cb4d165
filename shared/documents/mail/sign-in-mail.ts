import { html } from '../html.ts';
import { type MailContent, mailHtml, mailStyles, oneLine } from './layout.ts';

export interface SignInMail {
  /** As it is typed: `7KQ2-M9XA`. */
  readonly code: string;
  /** The site, without a slash at the end. */
  readonly siteUrl: string;
  /** For how long the code works. */
  readonly minutes: number;
  readonly providerName?: string;
}

/**
 * Brings the code of a sign-in. The link opens a new window, whose page sends whoever follows it back to the window where they asked
 * (trust.md, section 2). It says nothing of who asked: a scanner that follows it has done nothing.
 */
export function signInMail({ code, siteUrl, minutes, providerName = 'Credit Wallet' }: SignInMail): MailContent {
  const [typed, provider] = [oneLine(code), oneLine(providerName)];
  const signInUrl = `${siteUrl.replace(/\/+$/, '')}/sign-in?mailed`;
  const validity = `It works once, for ${minutes} minutes, and only in the browser window where you asked for it.`;
  const ignore = 'If you did not ask for it, ignore this mail: without that window nobody can use the code.';
  // The code is not in the subject, where a locked telephone would show it.
  const subject = `Your sign-in code for ${provider}`;
  const { text, small, heading, link } = mailStyles;
  return {
    subject,
    text: [
      'Type this code in the window where you asked for it.',
      `Code: ${typed}`,
      validity,
      `The sign-in page is ${signInUrl}`,
      ignore,
      provider,
    ].join('\n\n'),
    html: mailHtml({
      title: subject,
      preheader: `Type the code in the window where you asked for it, within ${minutes} minutes.`,
      sender: provider,
      body: html`<h1 class="accent" style="${heading}">Your sign-in code</h1>
<p class="ink" style="${text}">Type this code in the window where you asked for it.</p>
<p class="ink code" style="margin:0 0 20px;padding:16px 8px;text-align:center;background:#f4f6f5;border:1px solid #d5dedf;border-radius:4px;font-family:SFMono-Regular,Menlo,Consolas,Courier New,monospace;font-size:30px;line-height:1.2;letter-spacing:2px;white-space:nowrap;color:#1c232b">${typed}</p>
<p class="ink" style="${text}">${validity}</p>
<p class="ink" style="${text}"><a class="accent" style="${link}" href="${signInUrl}">Open the sign-in page</a></p>`,
      footer: html`<p class="quiet" style="${small}">${ignore}</p>`,
    }),
  };
}
