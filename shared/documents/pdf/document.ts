import { type PDFContext, PDFDocument, PDFHeader, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import { placeSignature, type SignatureFacts } from '../signature/signature-place.ts';
import { type Canvas, isPart, type Marked, type MarkedPart } from './canvas.ts';
import { hexOf } from './hex.ts';
import { srgbProfile } from './srgb-profile.ts';
import { type DocumentFacts, producer, toSecond, xmpPacket } from './xmp.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Writes a canvas as a document: tagged, in PDF/A-1's shape (no transparency, no compressed objects, fonts embedded, sRGB
 * output intent, XMP). Everything in it comes from its arguments, so that the same arguments give the same bytes (design,
 * rule 5). `identifier` is what no other document has; with a signature's facts it gets a place for one, on its first page.
 */
export async function writeDocument(
  canvas: Canvas,
  size: PageSize,
  facts: DocumentFacts,
  identifier: string,
  signature?: SignatureFacts,
): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const { context } = document;
  context.header = PDFHeader.forVersion(1, 4);
  const pages = canvas.contents().map((content) => {
    const page = document.addPage([size.width, size.height]);
    page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)));
    return page;
  });
  const fonts = canvas.writeFonts(context);
  for (const [index, { node }] of pages.entries()) {
    node.set(PDFName.of('Resources'), context.obj({ Font: fonts }));
    node.set(PDFName.of('StructParents'), context.obj(index));
    node.set(PDFName.of('Tabs'), PDFName.of('S'));
  }
  const refs = pages.map(({ ref }) => ref);
  const links = writeTags(document, refs, canvas.marked);
  const [first] = refs;
  const field = signature && first && placeSignature(document, first, signature);
  for (const [index, { node }] of pages.entries())
    node.set(PDFName.of('Annots'), context.obj([...(links[index] ?? []), ...(field && index === 0 ? [field] : [])]));
  writeOutputIntent(document);
  writeFacts(document, facts);
  const id = PDFHexString.of(hexOf(new TextEncoder().encode(identifier)).toUpperCase());
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** Writes the tree of tags and the way back from the pages to it; returns each page's link annotations. */
function writeTags(
  { context, catalog }: PDFDocument,
  pages: readonly PDFRef[],
  marked: readonly Marked[],
): readonly (readonly PDFRef[])[] {
  const [root, top] = [context.nextRef(), context.nextRef()];
  const annotations: PDFRef[][] = pages.map(() => []);
  /** The element of each mark of each page. */
  const marks: PDFRef[][] = pages.map(() => []);
  const links: (number | PDFRef)[] = [];
  let next = pages.length;

  const mark = ({ holds, link }: MarkedPart, ref: PDFRef) => {
    const Pg = pages[holds.page];
    (marks[holds.page] ?? [])[holds.index] = ref;
    if (!link) return { Pg, K: holds.index };
    const annotation = linkTo(context, link, next);
    annotations[holds.page]?.push(annotation);
    links.push(next, ref);
    next += 1;
    return { Pg, K: [holds.index, { Type: 'OBJR', Obj: annotation, Pg }] };
  };
  const write = (element: Marked, P: PDFRef): PDFRef => {
    const ref = context.nextRef();
    const held = isPart(element) ? mark(element, ref) : { K: element.holds.map((kid) => write(kid, ref)) };
    const tag = context.obj({ Type: 'StructElem', S: element.role, P, ...held });
    if ('alt' in element) tag.set(PDFName.of('Alt'), PDFHexString.fromText(element.alt));
    if ('actual' in element) tag.set(PDFName.of('ActualText'), PDFHexString.fromText(element.actual));
    if ('scope' in element) tag.set(PDFName.of('A'), context.obj({ O: 'Table', Scope: element.scope }));
    context.assign(ref, tag);
    return ref;
  };

  const elements = marked.map((element) => write(element, top));
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements }));
  const ways = marks.flatMap((ofPage, page) => [page, ofPage]);
  const parents = context.register(context.obj({ Nums: [...ways, ...links] }));
  context.assign(root, context.obj({ Type: 'StructTreeRoot', K: [top], ParentTree: parents, ParentTreeNextKey: next }));
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  return annotations;
}

function linkTo(context: PDFContext, { uri, box }: NonNullable<MarkedPart['link']>, parent: number): PDFRef {
  return context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [...box],
      Border: [0, 0, 0],
      // Printed with the page, as PDF/A asks of every annotation.
      F: 4,
      StructParent: parent,
      Contents: PDFHexString.fromText(uri),
      A: { Type: 'Action', S: 'URI', URI: PDFString.of(uri) },
    }),
  );
}

function writeOutputIntent({ context, catalog }: PDFDocument): void {
  const profile = context.register(context.flateStream(srgbProfile(), { N: 3 }));
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: profile,
  });
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]));
}

function writeFacts(document: PDFDocument, facts: DocumentFacts): void {
  const { context, catalog } = document;
  const moment = new Date(toSecond(facts.createdAt));
  document.setTitle(facts.title);
  document.setAuthor(facts.author);
  document.setSubject(facts.subject);
  document.setCreator(producer);
  document.setProducer(producer);
  document.setCreationDate(moment);
  document.setModificationDate(moment);
  catalog.set(PDFName.of('Lang'), PDFString.of(facts.language));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const packet = new TextEncoder().encode(xmpPacket(facts));
  // Not compressed, so that tools that know nothing of PDF find it (ISO 19005-1, 6.7.2).
  catalog.set(PDFName.of('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })));
}
