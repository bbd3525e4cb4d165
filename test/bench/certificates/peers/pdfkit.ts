import PDFKit from 'pdfkit';
import { qrModules } from '../../../../shared/documents/pdf/qr.ts';
import { fontPaths } from './fonts.ts';
import { type Peer, peerHere } from './peer.ts';

/** pdfkit as its guide shows it. */
export const pdfkit: Peer = peerHere('pdfkit', ({ width, height, lines, code, ornament, rule }) => {
  const document = new PDFKit({ size: [width, height], margin: 0 });
  const parts: Uint8Array[] = [];
  const ended = new Promise<Uint8Array>((resolve) => {
    document.on('data', (part) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
  });
  for (const { text, x, y, size, face, color } of lines)
    document
      .font(fontPaths[face])
      .fontSize(size)
      .fillColor(color)
      .text(text, x, y, { baseline: 'alphabetic', lineBreak: false });
  for (const { points, color, weight } of ornament) {
    for (const [index, [x, y]] of points.entries()) index === 0 ? document.moveTo(x, y) : document.lineTo(x, y);
    document.lineWidth(weight).stroke(color);
  }
  const modules = qrModules(code.text);
  const module = code.size / modules.length;
  for (const [row, cells] of modules.entries())
    for (const [column, dark] of cells.entries())
      if (dark) document.rect(code.x + column * module, code.y + row * module, module, module);
  document.fill(rule.color);
  document
    .moveTo(rule.x, rule.y)
    .lineTo(rule.x + rule.width, rule.y)
    .lineWidth(0.5)
    .stroke(rule.color);
  document.end();
  return ended;
});
