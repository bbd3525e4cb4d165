import encodeQR from 'qr';

/** A QR code as its dark modules; true is dark. Error correction M: an eighth of it may be smudged. */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  // The encoder wants a margin of light; the page has its own.
  const margin = 1;
  const framed = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'byte', border: margin });
  return framed.slice(margin, -margin).map((row) => row.slice(margin, -margin));
}

/** The dark modules as the `d` of an SVG path, a unit each, joined in rows so that no hairlines show between them. */
export const qrPath = (modules: readonly (readonly boolean[])[]): string =>
  barsOf(modules)
    .map(({ row, start, length }) => `M${start} ${row}h${length}v1h-${length}z`)
    .join('');

/** The same as path operators of a PDF. Bars of one length stand behind each other, as whoever presses them wants it. */
export function qrOperators(modules: readonly (readonly boolean[])[]): string {
  const ofLength: string[] = [];
  for (const { row, start, length } of barsOf(modules))
    ofLength[length] = `${ofLength[length] ?? ''}${start} ${row} ${length} 1 re\n`;
  return `${ofLength.join('')}f`;
}

interface Bar {
  readonly row: number;
  readonly start: number;
  readonly length: number;
}

/** The runs of dark modules, row by row. */
function barsOf(modules: readonly (readonly boolean[])[]): readonly Bar[] {
  const bars: Bar[] = [];
  for (let row = 0; row < modules.length; row += 1) {
    const cells = modules[row] ?? [];
    for (let start = cells.indexOf(true); start >= 0; ) {
      const light = cells.indexOf(false, start);
      const end = light < 0 ? cells.length : light;
      bars.push({ row, start, length: end - start });
      start = cells.indexOf(true, end);
    }
  }
  return bars;
}
