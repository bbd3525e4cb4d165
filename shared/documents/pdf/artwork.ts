import { number, pathOperators } from './vector-path.ts';

/** A drawing of filled and stroked paths, as a provider's designer exports it. */
export interface Artwork {
  readonly width: number;
  readonly height: number;
  /** PDF operators in the drawing's own units, origin at the upper left, y downwards. */
  readonly operators: string;
}

/** A colour `#rrggbb` as PDF's three numbers. @throws for anything else. */
export function rgb(color: string): string {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (!digits) throw new Error(`A colour must be written as #rrggbb, not ${color}`);
  return digits
    .slice(1)
    .map((pair) => number(Number.parseInt(pair, 16) / 255))
    .join(' ');
}

const attribute = (element: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(element)?.[1];

/**
 * Reads an SVG drawing of `<path>` elements with `fill`, `stroke`, `stroke-width` and round line ends: what a logo or a
 * traced signature needs, and no more, so that a certificate stays vector, opaque and archivable.
 * @throws with what to change when the drawing holds anything else.
 */
export function readArtwork(svg: string): Artwork {
  const box = /<svg\b[^>]*\sviewBox\s*=\s*"\s*0[\s,]+0[\s,]+([\d.]+)[\s,]+([\d.]+)\s*"/.exec(svg);
  if (!box) throw new Error('Artwork needs a viewBox that starts at 0 0');
  const foreign = /<(?!\/|\?|!|svg\b|g>|path\b|title\b|desc\b)([a-zA-Z]+)|\stransform\s*=|opacity/.exec(svg);
  if (foreign)
    throw new Error(`Artwork may hold plain paths alone; convert ${foreign[1] ?? 'transforms and opacity'} to paths`);
  const operators = (svg.match(/<path\b[^>]*>/g) ?? []).map((element) => {
    const [fill, stroke] = [attribute(element, 'fill') ?? '#000000', attribute(element, 'stroke') ?? 'none'];
    const [fills, strokes] = [fill !== 'none', stroke !== 'none'];
    const even = attribute(element, 'fill-rule') === 'evenodd' ? '*' : '';
    return [
      fills ? `${rgb(fill)} rg` : '',
      strokes ? `${rgb(stroke)} RG ${number(Number(attribute(element, 'stroke-width') ?? 1))} w 1 J 1 j` : '',
      pathOperators(attribute(element, 'd') ?? ''),
      fills && strokes ? `B${even}` : fills ? `f${even}` : strokes ? 'S' : 'n',
    ].join('\n');
  });
  return { width: Number(box[1]), height: Number(box[2]), operators: operators.join('\n') };
}
