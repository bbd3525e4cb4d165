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

/** The same as path operators of a PDF. */
export const qrOperators = (modules: readonly (readonly boolean[])[]): string =>
  `${barsOf(modules)
    .map(({ row, start, length }) => `${start} ${row} ${length} 1 re`)
    .join('\n')}\nf`;

interface Bar {
  readonly row: number;
  readonly start: number;
  readonly length: number;
}

/** The runs of dark modules, row by row. */
function barsOf(modules: readonly (readonly boolean[])[]): readonly Bar[] {
  const bars: Bar[] = [];
  for (const [row, cells] of modules.entries()) {
    let start = -1;
    for (const [column, dark] of [...cells, false].entries()) {
      if (dark && start < 0) start = column;
      if (!dark && start >= 0) {
        bars.push({ row, start, length: column - start });
        start = -1;
      }
    }
  }
  return bars;
}
