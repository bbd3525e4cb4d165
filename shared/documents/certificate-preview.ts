import { mixed } from '../domain/color.ts';
import type { Look } from './certificate-look.ts';
import { frame, previewTitle, sheet } from './certificate-theme.ts';
import type { Canvas } from './pdf/canvas.ts';
import { setLines } from './pdf/typesetting.ts';

const warning = '#a4262c';

/**
 * Says that a page is no certificate: on a bar at its head, which is read out first, and across the page under everything
 * else, so pale that the layout can still be judged.
 */
export function drawPreview(canvas: Canvas, kit: Look): void {
  const width = sheet.width - 2 * frame.top;
  const pale = { faces: kit.serif, size: 60, color: mixed(warning, kit.inks.paper, 0.14) };
  const [across] = setLines([{ text: previewTitle, style: pale, what: 'preview' }], Number.POSITIVE_INFINITY);
  const style = { faces: kit.sansSemibold, size: 10.5, color: '#ffffff', tracking: 20 };
  const [line] = setLines([{ text: previewTitle, style, what: 'preview' }], width);
  if (!across || !line) return;
  const middle = { x: sheet.width / 2, y: sheet.height / 2 };
  canvas.element('P', () => {
    canvas.paths(`0.643 0.149 0.173 rg 0 0 ${sheet.width} 22 re f`);
    canvas.text(line, (sheet.width - line.width) / 2, 15);
  });
  canvas.artifact(() =>
    canvas.turned(32, middle, () => canvas.text(across, middle.x - across.width / 2, middle.y + 20)),
  );
}
