import { type Html, html, trusted } from './html.ts';
import { verificationStyle } from './verification-style.ts';

export interface PublicPage {
  /** Without anybody's name: titles end up in browser histories and link previews. */
  readonly title: string;
  readonly issuer: string;
  readonly content: Html;
  /** A script of the site that adds to the page, which is whole without it. */
  readonly script?: string;
}

/** The frame of a page for the public: the issuer's name, the content, one known style. */
export const publicPage = ({ title, issuer, content, script }: PublicPage): string =>
  html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title} – ${issuer}</title>
<style>${trusted(verificationStyle)}</style>
${script && html`<script type="module" src="${script}"></script>`}
</head>
<body>
<main>
<p class="issuer">${mark}<bdi>${issuer}</bdi></p>
${content}
</main>
</body>
</html>
`.toString();

/** The seal in small: one ellipse, turned. */
const mark = html`<svg viewBox="-24 -24 48 48" aria-hidden="true">${[...Array(12).keys()].map(
  (step) => html`<ellipse rx="23" ry="9" transform="rotate(${step * 15})"></ellipse>`,
)}</svg>`;
