import fc from 'fast-check';
import { PDFHexString, PDFString } from 'pdf-lib';
import { describe, expect, it } from 'vitest';
import { textString } from '../../../../shared/documents/pdf/strings.ts';

/** What a reader makes of a string as it stands in a file. */
const read = (written: string): string =>
  (written.startsWith('(') ? PDFString : PDFHexString).of(written.slice(1, -1)).decodeText();

describe('a text in a document’s own facts', () => {
  it.each(['Ada Lin, MD', 'Amélie (Nguyễn) \\ Ŏ Č Ċ', 'Ωmega', '王小明', 'प्रिया'])(
    'is read as it was, in ASCII alone: %s',
    (text) => {
      expect(read(textString(text))).toBe(text);
      expect(textString(text)).toMatch(/^\p{ASCII}*$/u);
    },
  );

  it('is so for any text without controls, which none of ours has', () => {
    const texts = fc.string({ unit: 'binary' }).filter((text) => !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(texts, (text) => {
        expect(read(textString(text))).toBe(text);
      }),
    );
  });
});
