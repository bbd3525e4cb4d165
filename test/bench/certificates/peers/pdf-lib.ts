import * as fontkit from '@cantoo/fontkit';
import { PDFDocument, rgb } from 'pdf-lib';
import { qrModules } from '../../../../shared/documents/pdf/qr.ts';
import { faces } from '../content.ts';
import { fontFiles } from './fonts.ts';
import { type Peer, peerHere } from './peer.ts';

const colorOf = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = (hex.match(/[0-9a-f]{2}/gi) ?? []).map(
    (pair) => Number.parseInt(pair, 16) / 255,
  );
  return rgb(red, green, blue);
};

/** pdf-lib as its guide shows it: fonts are embedded and cut anew for each document. */
export const pdfLib: Peer = peerHere('pdf-lib with fontkit', async ({ width, height, lines, code, ornament, rule }) => {
  const document = await PDFDocument.create();
  document.registerFontkit(fontkit);
  const page = document.addPage([width, height]);
  const fonts = new Map<string, Awaited<ReturnType<PDFDocument['embedFont']>>>();
  for (const face of Object.keys(faces) as (keyof typeof faces)[])
    fonts.set(face, await document.embedFont(fontFiles[face], { subset: true }));
  for (const { text, x, y, size, face, color } of lines) {
    const font = fonts.get(face);
    if (font) page.drawText(text, { x, y: height - y, size, font, color: colorOf(color) });
  }
  for (const { points, color, weight } of ornament)
    page.drawSvgPath(`M${points.map((point) => point.join(' ')).join('L')}`, {
      ...{ x: 0, y: height, borderColor: colorOf(color), borderWidth: weight },
    });
  const modules = qrModules(code.text);
  const module = code.size / modules.length;
  for (const [row, cells] of modules.entries())
    for (const [column, dark] of cells.entries())
      if (dark)
        page.drawRectangle({
          x: code.x + column * module,
          y: height - code.y - (row + 1) * module,
          width: module,
          height: module,
        });
  const start = { x: rule.x, y: height - rule.y };
  page.drawLine({ start, end: { ...start, x: rule.x + rule.width }, thickness: 0.5 });
  return document.save();
});
