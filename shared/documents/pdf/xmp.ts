import type { Instant } from '../../domain/kinds.ts';
import { escapeHtml } from '../html.ts';

/** What a document says of itself, in its information dictionary and in XMP alike (they must agree: ISO 19005-1, 6.7.3). */
export interface DocumentFacts {
  readonly title: string;
  readonly author: string;
  readonly subject: string;
  readonly language: string;
  readonly createdAt: Instant;
}

export const producer = 'Credit Wallet';

/** An instant to the second, as XMP and PDF both write it. */
export const toSecond = (instant: Instant): string => `${new Date(instant).toISOString().slice(0, 19)}Z`;

/** The XMP packet, which claims PDF/A-1b. */
export function xmpPacket({ title, author, subject, createdAt }: DocumentFacts): string {
  const date = toSecond(createdAt);
  const inAnyLanguage = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeHtml(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
pdfaid:part="1" pdfaid:conformance="B" pdf:Producer="${producer}" xmp:CreatorTool="${producer}" xmp:CreateDate="${date}" xmp:ModifyDate="${date}">
<dc:title>${inAnyLanguage(title)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeHtml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>${inAnyLanguage(subject)}</dc:description>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
