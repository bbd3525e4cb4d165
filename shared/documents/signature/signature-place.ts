import type { Instant } from '../../domain/kinds.ts';
import { hexOf } from '../pdf/hex.ts';
import type { PdfObjects, Ref } from '../pdf/objects.ts';
import { literal, textString } from '../pdf/strings.ts';
import { compactTime } from './der.ts';

/** What the reader of a PDF is told of its signature. */
export interface SignatureFacts {
  /** Who signs. */
  readonly name: string;
  readonly reason: string;
  readonly at: Instant;
}

/** Room for the signature and its certificate, in bytes; both together take about 1,200. */
const ROOM = 3_072;
/** As wide as a number of the range may grow; until it is signed, one that no file reaches. */
const WIDEST = 9_999_999_999;

/** A place without a signature, as it stands in a file. */
export const unsignedPlace = {
  range: `/ByteRange [ 0 ${WIDEST} ${WIDEST} ${WIDEST} ]`,
  contents: `/Contents <${'0'.repeat(2 * ROOM)}>`,
} as const;

/**
 * Puts a place for a signature on a page: an invisible field with an appearance, which PDF/A asks of every annotation but
 * a popup (ISO 19005-1, 6.5.3), and a signature without content, which `signPdf` fills in. Returns the field.
 */
export function placeSignature(objects: PdfObjects, page: Ref, { name, reason, at }: SignatureFacts): Ref {
  const { range, contents } = unsignedPlace;
  const [by, why, when] = [textString(name), textString(reason), literal(`D:${compactTime(at)}`)];
  const signature = objects.add(
    `<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached${range}${contents}/Name${by}/Reason${why}/M${when}>>`,
  );
  const appearance = objects.plainStream('/Type/XObject/Subtype/Form/BBox[0 0 0 0]', new Uint8Array());
  // F 132: printed and locked.
  return objects.add(
    `<</Type/Annot/Subtype/Widget/FT/Sig/T(Signature)/V ${signature}/P ${page}/Rect[0 0 0 0]/F 132/AP<</N ${appearance}>>>>`,
  );
}

const latin = new TextDecoder('latin1');

/** What is to be signed of a document with a place for a signature: all of it but the place. */
interface Signable {
  /** All but the place for the signature. */
  readonly toSign: Uint8Array;
  /** The file with a signature in its place. @throws RangeError when it does not fit. */
  signedWith(signature: Uint8Array): Uint8Array;
}

/** Finds the place and fills in what the signature covers. @throws when the document has no place, or more than one. */
export function signable(document: Uint8Array): Signable {
  const text = latin.decode(document);
  const { range, contents } = unsignedPlace;
  const [rangeAt, at] = [text.indexOf(range), text.indexOf(contents)];
  if (rangeAt < 0 || at < 0 || text.indexOf(contents, at + 1) >= 0)
    throw new Error('The document has no place for a signature');
  const start = at + '/Contents '.length;
  const end = start + 2 * ROOM + 2;
  const numbers = `/ByteRange [ 0 ${start} ${end} ${document.length - end} ]`;
  const bytes = document.slice();
  bytes.set(ascii(numbers.padEnd(range.length)), rangeAt);
  const toSign = new Uint8Array(start + document.length - end);
  toSign.set(bytes.subarray(0, start));
  toSign.set(bytes.subarray(end), start);
  return {
    toSign,
    signedWith: (signature) => {
      if (signature.length > ROOM) throw new RangeError('The signature is larger than its place');
      const signed = bytes.slice();
      signed.set(ascii(hexOf(signature)), start + 1);
      return signed;
    },
  };
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
