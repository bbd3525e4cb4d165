import { loadCertificateAssets } from '../../../functions/assets/index.ts';
import { lookOf } from '../../../shared/documents/certificate-look.ts';
import { frame } from '../../../shared/documents/certificate-theme.ts';
import type { Artwork } from '../../../shared/documents/pdf/artwork.ts';
import { plainTheme } from '../../../shared/domain/theme.ts';

type Point = readonly [x: number, y: number];

/** A line through points from the upper left of the page. */
export interface Polyline {
  readonly points: readonly Point[];
  readonly color: string;
  readonly weight: number;
}

const numbersOf = (text: string): readonly number[] => text.trim().split(/\s+/).map(Number);

type Matrix = readonly number[];
const moved = ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, [x, y]: Point): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];
/** What is moved by one matrix within what another has moved. */
function within(outer: Matrix, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Matrix {
  const [x, y] = moved(outer, [0, 0]);
  const [[right, up], [left, down], origin] = [moved(outer, [a, b]), moved(outer, [c, d]), moved(outer, [e, f])];
  return [right - x, up - y, left - x, down - y, ...origin];
}

/** The points of a line of curves, of which each becomes three straight pieces. */
function pointsOf(path: string): readonly Point[] {
  const points: Point[] = [];
  for (const [, numbers = ''] of path.matchAll(/([-\d. ]+) [mc]/g)) {
    const [x = 0, y = 0, x2 = 0, y2 = 0, toX, toY] = numbersOf(numbers);
    const [fromX, fromY] = points.at(-1) ?? [x, y];
    if (toX === undefined || toY === undefined) points.push([x, y]);
    else
      for (const way of [1 / 3, 2 / 3, 1]) {
        const [rest, both] = [1 - way, 3 * way * (1 - way)];
        const along = (from: number, one: number, two: number, to: number): number =>
          rest ** 3 * from + both * (rest * one + way * two) + way ** 3 * to;
        points.push([along(fromX, x, x2, toX), along(fromY, y, y2, toY)]);
      }
  }
  return points;
}

/** The lines of an engraving, each where its copies are drawn: a copy is moved from where the one before it was. */
function polylinesOf({ operators }: Artwork, at: Point, style: Omit<Polyline, 'points'>): readonly Polyline[] {
  let place: Matrix = [1, 0, 0, 1, ...at];
  return [...operators.matchAll(/([-\d. ]+) cm\n([^S]+)\nS/g)].flatMap(([, matrix = '', path = '']) => {
    place = within(place, numbersOf(matrix));
    return path.split('\n').map((line) => ({ ...style, points: pointsOf(line).map((point) => moved(place, point)) }));
  });
}

const { band, rosettes } = lookOf(await loadCertificateAssets());
const { engraving, accent } = plainTheme.colors;

/** The band and the seal of a certificate in the plain look. */
export const ornament: readonly Polyline[] = [
  ...polylinesOf(band, [frame.band.left, frame.top], { color: engraving, weight: 0.35 }),
  ...rosettes.flatMap((one, index) =>
    polylinesOf(one, [frame.side.left + 58, frame.top + 58], {
      color: index === 0 ? engraving : accent,
      weight: index === 0 ? 0.35 : 0.28,
    }),
  ),
];
