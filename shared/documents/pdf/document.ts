import { type PDFContext, PDFDocument, PDFHeader, PDFHexString, PDFName, type PDFRef, PDFString } from 'pdf-lib';
import { placeSignature, type SignatureFacts } from '../signature/signature-place.ts';
import type { Canvas, Marked } from './canvas.ts';
import { hexOf } from './hex.ts';
import { srgbProfile } from './srgb-profile.ts';
import { type DocumentFacts, producer, toSecond, xmpPacket } from './xmp.ts';

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/**
 * Writes a canvas as a document of one page: tagged, in PDF/A-1's shape (no transparency, no compressed objects, fonts
 * embedded, sRGB output intent, XMP). Everything in it comes from its arguments, so that the same arguments give the same
 * bytes (design, rule 5). `identifier` is what no other document has; with a signature's facts it gets a place for one.
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
  const page = document.addPage([size.width, size.height]);
  const content = context.register(context.flateStream(canvas.content()));
  page.node.set(PDFName.of('Contents'), content);
  page.node.set(PDFName.of('Resources'), context.obj({ Font: canvas.writeFonts(context) }));
  page.node.set(PDFName.of('StructParents'), context.obj(0));
  page.node.set(PDFName.of('Tabs'), PDFName.of('S'));
  const links = writeTags(document, page.ref, canvas.marked);
  const field = signature && placeSignature(document, page.ref, signature);
  page.node.set(PDFName.of('Annots'), context.obj([...links, ...(field ? [field] : [])]));
  writeOutputIntent(document);
  writeFacts(document, facts);
  const id = PDFHexString.of(hexOf(new TextEncoder().encode(identifier)).toUpperCase());
  context.trailerInfo.ID = context.obj([id, id]);
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false });
}

/** Writes the tree of tags and the way back from the page to it; returns the page's link annotations. */
function writeTags({ context, catalog }: PDFDocument, page: PDFRef, marked: readonly Marked[]): readonly PDFRef[] {
  const [root, top] = [context.nextRef(), context.nextRef()];
  const annotations: PDFRef[] = [];
  const links: (number | PDFRef)[] = [];
  const elements = marked.map(({ role, index, alt, link }) => {
    const ref = context.nextRef();
    const annotation = link && linkTo(context, link, annotations.length + 1);
    if (annotation) {
      annotations.push(annotation);
      links.push(annotations.length, ref);
    }
    const kids = annotation ? [index, { Type: 'OBJR', Obj: annotation, Pg: page }] : index;
    const element = context.obj({ Type: 'StructElem', S: role, P: top, Pg: page, K: kids });
    if (alt !== undefined) element.set(PDFName.of('Alt'), PDFHexString.fromText(alt));
    context.assign(ref, element);
    return ref;
  });
  context.assign(top, context.obj({ Type: 'StructElem', S: 'Document', P: root, K: elements }));
  const parents = context.register(context.obj({ Nums: [0, elements, ...links] }));
  context.assign(
    root,
    context.obj({ Type: 'StructTreeRoot', K: [top], ParentTree: parents, ParentTreeNextKey: annotations.length + 1 }),
  );
  catalog.set(PDFName.of('StructTreeRoot'), root);
  catalog.set(PDFName.of('MarkInfo'), context.obj({ Marked: true }));
  return annotations;
}

function linkTo(context: PDFContext, { uri, box }: NonNullable<Marked['link']>, parent: number): PDFRef {
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
