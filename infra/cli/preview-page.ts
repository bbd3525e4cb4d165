import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderCertificateSheet } from '../../shared/documents/certificate-sheet.ts';
import { previewTitle } from '../../shared/documents/certificate-theme.ts';
import { html, trusted } from '../../shared/documents/html.ts';
import type { CertificateSnapshot } from '../../shared/domain/certificate.ts';
import { plainTheme, type Theme } from '../../shared/domain/theme.ts';
import { projectDir } from './project.ts';

const ofSite = (...path: readonly string[]): string =>
  readFileSync(join(projectDir, 'web', 'learner', ...path), 'utf8');

/** The site's ornaments, put into the page that refers to them, which has no site. */
const withOrnaments = (sheet: string): string =>
  sheet.replaceAll(/<use href="\/(band|rosette)\.svg#lines"><\/use>/g, (_, name: string) => {
    const [lines = ''] = /<path [^>]*>/.exec(ofSite('public', `${name}.svg`)) ?? [];
    return lines.replace(' id="lines"', '');
  });

/** The sheet that the learner site would show and print, as a page that stands alone. */
export function previewPage(snapshot: CertificateSnapshot, theme: Theme = plainTheme): string {
  const sheet = renderCertificateSheet({ snapshot, status: 'issuing' }, theme, 'preview');
  const inks = Object.entries(theme.colors).map(([name, color]) => `--sheet-${name}:${color}`);
  const style = [
    ofSite('screens', 'certificate.css'),
    ofSite('screens', 'print.css'),
    `.sheet-holder{${inks.join(';')}}body{max-width:72rem;margin:2rem auto;padding:0 1rem;background:#eceeed}`,
  ];
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${previewTitle}: ${snapshot.title}</title>
<style>${trusted(style.join('\n'))}</style>
</head>
<body>
<main class="sheet-holder">${trusted(withOrnaments(sheet))}</main>
</body>
</html>
`.toString();
}
