import { type CertificateSnapshot, certificateHeading } from '../../domain/certificate.ts';
import { creditPhrase, namesOf } from '../../domain/credit-type.ts';
import { longDate } from '../../domain/long-date.ts';
import { inks } from '../certificate-theme.ts';
import { html, trusted } from '../html.ts';

/** Characters of a line, and lines, that fit inside the ring. */
const [LINE, LINES] = [32, 4];

/** A text as lines; what does not fit ends in an ellipsis, since all of it stands in the credential. */
function linesOf(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= LINE) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= LINES) return lines;
  return [...lines.slice(0, LINES - 1), `${lines[LINES - 1]}…`];
}

/**
 * A badge with its credential baked in (Open Badges 3.0, 5.3.2): an image for people, which holds the signed credential for
 * programs. `credential`: its JSON.
 */
export function badgeImage(snapshot: CertificateSnapshot, credential: string): string {
  const { title, provider, participatedOn, credits } = snapshot;
  const awarded = credits.filter(({ basis }) => basis === 'awarded');
  const earned =
    awarded.length > 0
      ? awarded.map((credit) => creditPhrase(namesOf(credit), credit.amount)).slice(0, 3)
      : ['Participation certified'];
  const rows = [
    ...linesOf(provider.name).map((text) => ({ text, size: 17, ink: inks.quiet })),
    ...linesOf(title).map((text) => ({ text, size: 24, ink: inks.ink })),
    ...earned.map((text) => ({ text, size: 18, ink: inks.accent })),
    { text: longDate(participatedOn), size: 17, ink: inks.quiet },
  ];
  const height = rows.reduce((sum, { size }) => sum + size * 1.5, 0);
  let y = 256 - height / 2;
  // CDATA ends at the first “]]>”; in JSON the last of it may be written otherwise.
  const inside = trusted(credential.replaceAll(']]>', ']]\\u003e'));
  return html`<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0" viewBox="0 0 512 512" role="img">
<openbadges:credential><![CDATA[${inside}]]></openbadges:credential>
<title>${certificateHeading(snapshot)}: ${title}</title>
<circle cx="256" cy="256" r="250" fill="#fff" stroke="${inks.accent}" stroke-width="10"></circle>
<circle cx="256" cy="256" r="236" fill="none" stroke="${inks.engraving}" stroke-width="2"></circle>
<g text-anchor="middle" font-family="Georgia, serif">${rows.map(({ text, size, ink }) => {
    y += size * 1.5;
    return html`<text x="256" y="${y.toFixed(1)}" font-size="${size}" fill="${ink}">${text}</text>`;
  })}</g>
</svg>
`.toString();
}
