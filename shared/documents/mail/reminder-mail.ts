import { html } from '../html.ts';
import { type MailContent, mailHtml, mailStyles, oneLine } from './layout.ts';

interface Reminder {
  readonly title: string;
  readonly activityUrl: string;
  /** Whether the evaluation is done, so that only the claim is left. */
  readonly isEvaluated: boolean;
  readonly providerName: string;
  readonly providerContact: string;
}

/** Reminds a learner who passed that credit waits for them: what is left, and where. It is sent once. */
export function reminderMail({ activityUrl, isEvaluated, ...about }: Reminder): MailContent {
  const [title, provider, contact] = [
    oneLine(about.title),
    oneLine(about.providerName),
    oneLine(about.providerContact),
  ];
  const left = isEvaluated
    ? 'You passed, and your Course Evaluation is in. Claim your credit, and your certificate follows at once.'
    : 'You passed. Complete the Course Evaluation and claim your credit, and your certificate follows at once. It takes a few minutes.';
  const once = 'This is the only reminder that we send you about this activity.';
  const { text, small, heading, button } = mailStyles;
  const subject = `Your credit waits for you: ${title}`;
  return {
    subject,
    text: [title, left, `Go on where you stopped:\n${activityUrl}`, once, `${provider}\nQuestions: ${contact}`].join(
      '\n\n',
    ),
    html: mailHtml({
      title: subject,
      preheader: left,
      sender: provider,
      body: html`<h1 class="accent" style="${heading}">Your credit waits for you</h1>
<p class="ink" style="${text}"><strong><bdi>${title}</bdi></strong></p>
<p class="ink" style="${text}">${left}</p>
<p style="margin:22px 0 20px"><a class="button" href="${activityUrl}" style="${button}">Go on where you stopped</a></p>`,
      footer: html`<p class="quiet" style="${small}">You will be asked to sign in. ${once}</p>
<p class="quiet" style="${small}">Questions: ${contact}</p>`,
    }),
  };
}
