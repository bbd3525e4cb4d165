import { html } from '../html.ts';
import { type MailContent, mailHtml, mailStyles, oneLine } from './layout.ts';

export interface StaffSignInMail {
  /** As it is typed: `7KQ2-M9XA`. Absent: the address is not staff's. */
  readonly code?: string;
  /** The site, without a slash at the end. */
  readonly siteUrl: string;
  /** For how long the code works. */
  readonly minutes: number;
  readonly providerName: string;
}

/**
 * Brings staff the code of a sign-in to the console, or tells whoever is not staff that they are not: the page itself tells
 * nobody which addresses are (trust.md 2, account enumeration).
 */
export function staffSignInMail({ code, siteUrl, minutes, providerName }: StaffSignInMail): MailContent {
  const provider = oneLine(providerName);
  // The code works in the window that asked for it, and this link opens another, which says so.
  const url = code ? `${siteUrl}/admin/sign-in?mailed` : `${siteUrl}/`;
  const subject = code ? `Your sign-in code for the console of ${provider}` : `No access to the console of ${provider}`;
  const [heading, ...lines] = code
    ? ([
        'Your sign-in code',
        'Type this code in the window where you asked for it. Your passkey is asked for next.',
        `It works once, for ${minutes} minutes, and only in the browser window where you asked for it.`,
      ] as const)
    : ([
        'This address has no access',
        `Somebody asked to sign in to the console of ${provider} with this address, which is not an address of its staff.`,
        'If you work there, ask an owner of the console to invite you. If you are a learner, sign in on the learners’ site.',
      ] as const);
  const ignore = 'If you did not ask for it, ignore this mail: nobody can sign in with it.';
  const { text, small, heading: headed, link } = mailStyles;
  return {
    subject,
    text: [heading, lines[0], ...(code ? [`Code: ${oneLine(code)}`] : []), lines[1], url, ignore, provider].join(
      '\n\n',
    ),
    html: mailHtml({
      ...{ title: subject, preheader: lines[0], sender: provider },
      body: html`<h1 class="accent" style="${headed}">${heading}</h1>
<p class="ink" style="${text}">${lines[0]}</p>
${code ? html`<p class="ink code" style="margin:0 0 20px;padding:16px 8px;text-align:center;background:#f4f6f5;border:1px solid #d5dedf;border-radius:4px;font-family:SFMono-Regular,Menlo,Consolas,Courier New,monospace;font-size:30px;line-height:1.2;letter-spacing:2px;white-space:nowrap;color:#1c232b">${oneLine(code)}</p>` : html``}
<p class="ink" style="${text}">${lines[1]}</p>
<p class="ink" style="${text}"><a class="accent" style="${link}" href="${url}">${url}</a></p>`,
      footer: html`<p class="quiet" style="${small}">${ignore}</p>`,
    }),
  };
}
