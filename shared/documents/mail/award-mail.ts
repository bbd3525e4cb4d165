import { html } from '../html.ts';
import { nameHtml, nameText } from '../name-html.ts';
import { sentenceHtml } from '../wording-html.ts';
import { type MailContent, mailHtml, mailStyles, oneLine, serif } from './layout.ts';

export interface AwardMail {
  readonly name: string;
  readonly title: string;
  /** Each credit as its certificate says it: `and is awarded 1.25 …`, or what the activity was designated for. */
  readonly credits: readonly { readonly basis: 'awarded' | 'attendance'; readonly phrase: string }[];
  readonly dashboardUrl: string;
  readonly certificateUrl: string;
  readonly activityUrl: string;
  readonly providerName: string;
  readonly providerContact: string;
}

/**
 * Tells a learner that credit was awarded and where everything is. Its links carry no authority: whoever follows one has
 * to sign in (trust.md, section 2).
 */
export function awardMail(award: AwardMail): MailContent {
  const [name, title] = [oneLine(award.name), oneLine(award.title)];
  const [provider, contact] = [oneLine(award.providerName), oneLine(award.providerContact)];
  const awarded = award.credits.some(({ basis }) => basis === 'awarded');
  const subject = `${awarded ? 'Your credit has been awarded' : 'Your participation is certified'}: ${title}`;
  const lines = award.credits.map(({ basis, phrase }) =>
    basis === 'awarded'
      ? `You have been awarded ${oneLine(phrase)}`
      : `The activity was designated for ${oneLine(phrase)}`,
  );
  const heading = awarded ? 'Your credit has been awarded' : 'Your participation is certified';
  const { text, small, heading: headingStyle, button, link } = mailStyles;
  return {
    subject,
    text: [
      `${nameText(name)},`,
      `thank you for taking part in “${title}”.`,
      lines.map((line) => `  ${line}`).join('\n'),
      `Certificate, to print or save:\n${award.certificateUrl}`,
      `Learner dashboard, with all your credits:\n${award.dashboardUrl}`,
      `Course:\n${award.activityUrl}`,
      'Your certificate is kept for you; you can come back for it at any time. You will be asked to sign in.',
      `${provider}\nQuestions: ${contact}`,
    ].join('\n\n'),
    html: mailHtml({
      title: subject,
      preheader: `${lines.join('. ')}.`,
      sender: provider,
      body: html`<h1 class="accent" style="${headingStyle}">${heading}</h1>
<p class="ink" style="${text}">${nameHtml(name)}, thank you for taking part in <b>${title}</b>.</p>
${lines.map((line) => html`<p class="ink" style="margin:0 0 10px;${serif};font-size:19px;line-height:1.4;color:#1c232b">${sentenceHtml(line)}</p>`)}
<p style="margin:22px 0 20px"><a class="button" href="${award.certificateUrl}" style="${button}">Open your certificate</a></p>
<p class="ink" style="${text}"><a class="accent" style="${link}" href="${award.dashboardUrl}">Learner dashboard</a>, with all your credits<br><a class="accent" style="${link}" href="${award.activityUrl}">Return to the course</a></p>`,
      footer: html`<p class="quiet" style="${small}">Your certificate is kept for you; you can come back for it at any time. You will be asked to sign in.</p>
<p class="quiet" style="${small}">Questions: ${contact}</p>`,
    }),
  };
}
