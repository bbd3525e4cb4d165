import { unsignedPlace } from '../../../shared/documents/signature/signature-place.ts';
import { canonicalJson, type Json } from '../../../shared/domain/canonical-json.ts';
import { ParkError, type Printer, type TranscriptPrinter } from '../../../shared/ports.ts';

const printed = async (words: object): Promise<Uint8Array> => {
  const { range, contents } = unsignedPlace;
  return new TextEncoder().encode(`${canonicalJson(words as Json)} ${range} ${contents}`);
};

/**
 * Stands in for the drawing of PDFs, which takes 65 ms and is tested by itself: like it, bytes that are a function of what
 * is given alone, with a place for a signature, and a ParkError for a name that no font prints.
 */
export const simulatedPrinter: Printer & TranscriptPrinter = {
  async certificate(snapshot, signed) {
    if (/\p{Extended_Pictographic}/u.test(snapshot.name)) throw new ParkError('No font prints a sign of the name.');
    return printed({ snapshot, signed });
  },
  transcript: (transcript, signed) => printed({ transcript, signed }),
};
