import { readFile } from 'node:fs/promises';
import fontkit from '@cantoo/fontkit';
import { PDFDocument } from 'pdf-lib';

/** A line on a page in a font that is cut to it: how certificates are usually made. */
export const peer = async () => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const font = await document.embedFont(await readFile(new URL('./font.ttf', import.meta.url)), { subset: true });
  document.addPage([842, 595]).drawText('Amélie Nguyễn', { x: 72, y: 300, size: 32, font });
  return { statusCode: 200, body: (await document.save()).length };
};
