import { placeSignature, type SignatureFacts } from '../signature/signature-place.ts';
import type { Canvas } from './canvas.ts';
import { PdfObjects, type Ref } from './objects.ts';
import type { Presses } from './press.ts';
import { type Stock, stockOf } from './stock.ts';
import { literal, textString } from './strings.ts';
import { writeTags } from './tags.ts';
import { type DocumentFacts, producer, toSecond, xmpPacket } from './xmp.ts';

interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** What a document is written from beside what is drawn. */
export interface DocumentParts {
  readonly size: PageSize;
  readonly facts: DocumentFacts;
  /** What no other document has, in ASCII. */
  readonly identifier: string;
  /** With these it gets a place for a signature, on its first page. */
  readonly signed?: SignatureFacts | undefined;
  readonly presses: Presses;
}

/**
 * Writes a canvas as a document: tagged, in PDF/A-1's shape (no transparency, no compressed objects, fonts embedded, sRGB
 * output intent, XMP). Everything in it comes from its arguments, so that the same arguments give the same bytes (design,
 * rule 5).
 * @param stock what it begins with: the one that its canvas was given, if it was given one
 */
export function writeDocument(
  canvas: Canvas,
  { size, facts, identifier, signed, presses }: DocumentParts,
  stock: Stock = stockOf(presses),
): Uint8Array {
  const objects = new PdfObjects(presses.quick, stock.objects);
  const [tree, ...pages] = [objects.reserve(), ...canvas.contents().map(() => objects.reserve())];
  const resources = objects.add(canvas.writeResources(objects));
  const { root, links } = writeTags(objects, pages, canvas.marked);
  const [first] = pages;
  const field = signed && first && placeSignature(objects, first, signed);
  for (const [index, content] of canvas.contents().entries()) {
    const streams = content.map((one) => ('written' in one ? one.written : objects.stream('', one.operators)));
    const annotations = [...(links[index] ?? []), ...(field && index === 0 ? [field] : [])];
    objects.put(
      pages[index] ?? tree,
      `<</Type/Page/Parent ${tree}/MediaBox[0 0 ${size.width} ${size.height}]/Resources ${resources}/Contents[${streams.join(' ')}]/StructParents ${index}/Tabs/S/Annots[${annotations.join(' ')}]>>`,
    );
  }
  objects.put(tree, `<</Type/Pages/Kids[${pages.join(' ')}]/Count ${pages.length}>>`);
  return objects.file({
    root: writeCatalog(objects, { tree, tags: root, field, profile: stock.profile, facts }),
    info: writeInformation(objects, facts),
    id: literal(identifier),
  });
}

interface CatalogParts {
  readonly tree: Ref;
  readonly tags: Ref;
  readonly field: Ref | undefined;
  readonly profile: Ref;
  readonly facts: DocumentFacts;
}

function writeCatalog(objects: PdfObjects, { tree, tags, field, profile, facts }: CatalogParts): Ref {
  // Not compressed, so that tools that know nothing of PDF find it (ISO 19005-1, 6.7.2).
  const metadata = objects.plainStream('/Type/Metadata/Subtype/XML', new TextEncoder().encode(xmpPacket(facts)));
  const condition = literal('sRGB IEC61966-2.1');
  const intent = `<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier${condition}/Info${condition}/DestOutputProfile ${profile}>>`;
  // SigFlags: there are signatures, and whoever changes the file must append to it.
  const form = field ? `/AcroForm<</Fields[${field}]/SigFlags 3>>` : '';
  return objects.add(
    `<</Type/Catalog/Pages ${tree}/StructTreeRoot ${tags}/MarkInfo<</Marked true>>/Lang${literal(facts.language)}/ViewerPreferences<</DisplayDocTitle true>>/Metadata ${metadata}/OutputIntents[${intent}]${form}>>`,
  );
}

function writeInformation(objects: PdfObjects, { title, author, subject, createdAt }: DocumentFacts): Ref {
  const moment = literal(`D:${toSecond(createdAt).replaceAll(/[-:T]/g, '')}`);
  const [by, about] = [textString(author), textString(subject)];
  return objects.add(
    `<</Title${textString(title)}/Author${by}/Subject${about}/Creator${literal(producer)}/Producer${literal(producer)}/CreationDate${moment}/ModDate${moment}>>`,
  );
}
