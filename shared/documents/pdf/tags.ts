import { isPart, type Marked, type MarkedPart } from './canvas.ts';
import type { PdfObjects, Ref } from './objects.ts';
import { literal, textString } from './strings.ts';
import { number } from './vector-path.ts';

/** The tree of tags, and each page's annotations for links. */
export interface Tags {
  readonly root: Ref;
  readonly links: readonly (readonly Ref[])[];
}

/** Writes the tree of tags and the way back from the pages to it (ISO 32000-1, 14.7). */
export function writeTags(objects: PdfObjects, pages: readonly Ref[], marked: readonly Marked[]): Tags {
  const [root, top] = [objects.reserve(), objects.reserve()];
  const annotations: Ref[][] = pages.map(() => []);
  /** The element of each mark of each page. */
  const marks: Ref[][] = pages.map(() => []);
  const ofLinks: string[] = [];
  let next = pages.length;

  const part = ({ holds, link }: MarkedPart, ref: Ref): string => {
    const page = `/Pg ${pages[holds.page]}`;
    (marks[holds.page] ?? [])[holds.index] = ref;
    if (!link) return `${page}/K ${holds.index}`;
    const annotation = writeLink(objects, link, next);
    annotations[holds.page]?.push(annotation);
    ofLinks.push(`${next} ${ref}`);
    next += 1;
    return `${page}/K[${holds.index}<</Type/OBJR/Obj ${annotation}${page}>>]`;
  };
  const write = (element: Marked, parent: Ref): Ref => {
    const ref = objects.reserve();
    const held = isPart(element) ? part(element, ref) : `/K[${element.holds.map((kid) => write(kid, ref)).join(' ')}]`;
    let about = '';
    if ('alt' in element) about += `/Alt${textString(element.alt)}`;
    if ('actual' in element) about += `/ActualText${textString(element.actual)}`;
    if ('scope' in element) about += `/A<</O/Table/Scope/${element.scope}>>`;
    return objects.put(ref, `<</S/${element.role}/P ${parent}${held}${about}>>`);
  };

  const elements = marked.map((element) => write(element, top));
  objects.put(top, `<</S/Document/P ${root}/K[${elements.join(' ')}]>>`);
  const ways = marks.map((ofPage, page) => `${page}[${ofPage.join(' ')}]`);
  const parents = `<</Nums[${[...ways, ...ofLinks].join(' ')}]>>`;
  objects.put(root, `<</Type/StructTreeRoot/K[${top}]/ParentTree${parents}/ParentTreeNextKey ${next}>>`);
  return { root, links: annotations };
}

function writeLink(objects: PdfObjects, { uri, box }: NonNullable<MarkedPart['link']>, parent: number): Ref {
  // An address is ASCII, whatever names it is made of (RFC 3986).
  const ascii = uri.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent);
  // F 4: printed with the page, as PDF/A asks of every annotation.
  return objects.add(
    `<</Type/Annot/Subtype/Link/Rect[${box.map(number).join(' ')}]/Border[0 0 0]/F 4/StructParent ${parent}/Contents${textString(uri)}/A<</Type/Action/S/URI/URI ${literal(ascii)}>>>>`,
  );
}
