import type { Html } from '../html.ts';
import { html, trusted } from '../html.ts';

/**
 * The frame of every mail. Styles stand on the elements, because some readers drop a style sheet; the sheet that there is
 * only adds dark colours where they are understood. No image, no font and no script is fetched: nothing tells the sender
 * that the mail was opened.
 */
const darkStyle = `
@media (prefers-color-scheme:dark){
.paper{background:#12171b!important}.card{background:#1a2126!important;border-color:#323d43!important}
.ink{color:#e9edee!important}.quiet{color:#a3b0b6!important}.accent{color:#8fc6cf!important}
.button{background:#8fc6cf!important;color:#12171b!important}.line{border-color:#323d43!important}.code{background:#12171b!important;border-color:#323d43!important}
}`;

const sans = 'font-family:-apple-system,BlinkMacSystemFont,Segoe UI,Roboto,Helvetica,Arial,sans-serif';
export const serif = 'font-family:Iowan Old Style,Palatino Linotype,Palatino,Georgia,Times New Roman,serif';

/** Inline styles by what they are for; colours repeat the certificate's. */
export const mailStyles = {
  text: `margin:0 0 16px;${sans};font-size:16px;line-height:1.5;color:#1c232b`,
  small: `margin:0 0 8px;${sans};font-size:14px;line-height:1.5;color:#56616b`,
  heading: `margin:0 0 12px;${serif};font-size:28px;line-height:1.2;font-weight:normal;color:#1f4e5a`,
  button: `display:inline-block;padding:13px 22px;border-radius:4px;background:#1f4e5a;color:#ffffff;${sans};font-size:16px;font-weight:600;text-decoration:none`,
  link: 'color:#1f4e5a',
};

/** A whole mail. `preheader` is what a list of mails shows after the subject. */
export const mailHtml = (mail: {
  readonly title: string;
  readonly preheader: string;
  readonly sender: string;
  readonly body: Html;
  readonly footer: Html;
}): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${mail.title}</title>
<style>${trusted(darkStyle)}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:#f4f6f5">
<div style="display:none;max-height:0;overflow:hidden;opacity:0">${mail.preheader}</div>
<div class="paper" style="background:#f4f6f5;padding:24px 12px" role="article" lang="en" aria-label="${mail.title}">
<!--[if mso]><table role="presentation" align="center" width="560"><tr><td><![endif]-->
<div class="card" style="max-width:560px;margin:0 auto;background:#ffffff;border:1px solid #d5dedf;border-top:4px solid #1f4e5a;border-radius:4px;padding:28px 24px 20px;overflow-wrap:anywhere;word-break:break-word">
<p class="quiet" style="margin:0 0 20px;${serif};font-size:16px;line-height:1.3;color:#56616b">${mail.sender}</p>
${mail.body}
<div class="line" style="border-top:1px solid #d5dedf;margin-top:24px;padding-top:16px">${mail.footer}</div>
</div>
<!--[if mso]></td></tr></table><![endif]-->
</div>
</body>
</html>
`.toString();

// biome-ignore lint/suspicious/noControlCharactersInRegex: removing control characters is the purpose.
const lineEnds = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g;

/** A text on one line of a mail's head or body: no line end can begin a header or a line of its own. */
export const oneLine = (text: string): string => text.toWellFormed().replace(lineEnds, ' ').trim();

/** What a mail says, ready to send. */
export interface MailContent {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}
