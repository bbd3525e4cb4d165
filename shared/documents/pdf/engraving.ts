import { type Artwork, rgb } from './artwork.ts';
import { number } from './vector-path.ts';

/**
 * Engraved ornament, as on bonds: fine lines that follow one law, drawn by computation, so that it stays sharp at any size
 * and hard to redraw by hand. What repeats is written alike, turned or in a mirror, which takes hardly any room once it is
 * pressed.
 */
interface Ink {
  readonly color: string;
  readonly weight: number;
}

type Point = readonly [x: number, y: number];
/** How what follows is moved, turned or put into a mirror: PDF's six numbers. */
type Matrix = readonly [number, number, number, number, number, number];

const hundredths = (value: number): string => number(Math.round(value * 100) / 100);
const exact = (value: number): string => String(Math.round(value * 1e7) / 1e7 || 0);

const around = 1e-4;

/** The line that a point draws on its way from 0 to 1, as so many curves, each of which leaves and arrives as it does. */
function curves(pointAt: (way: number) => Point, count: number): string {
  const part = 1 / count;
  /** A third of how far the point gets in a part of the way at the speed that it has: where a curve's handles are. */
  const handleAt = (way: number): Point => {
    const [from, to] = [pointAt(way - around), pointAt(way + around)];
    const share = part / (6 * around);
    return [(to[0] - from[0]) * share, (to[1] - from[1]) * share];
  };
  const written = (...points: readonly Point[]): string => points.flat().map(hundredths).join(' ');
  const rest = [...Array(count).keys()].map((index) => {
    const [start, end] = [index * part, (index + 1) * part];
    const [[x, y], [dx, dy], [toX, toY], [ahead, up]] = [pointAt(start), handleAt(start), pointAt(end), handleAt(end)];
    return `${written([x + dx, y + dy], [toX - ahead, toY - up], [toX, toY])} c`;
  });
  return [`${written(pointAt(0))} m`, ...rest].join(' ');
}

/** The same path, again and again, each time moved from where it was before; round ends make one line of what meets. */
const repeated = (path: string, { color, weight }: Ink, moves: readonly Matrix[]): string =>
  [
    `${rgb(color)} RG ${number(weight)} w 1 J 1 j`,
    ...moves.map((matrix) => `${matrix.map(exact).join(' ')} cm\n${path}\nS`),
  ].join('\n');

/** A rosette around the origin: rings that wave between two radii, as many as `strands`, of one lobe that is turned on. */
export function rosette(
  options: Ink & { readonly inner: number; readonly outer: number; readonly lobes: number; readonly strands: number },
): Artwork {
  const { inner, outer, lobes, strands, weight } = options;
  const [middle, swing] = [(inner + outer) / 2, (outer - inner) / 2];
  const lobe = curves((way): Point => {
    const [angle, radius] = [(way / lobes) * Math.PI * 2, middle + swing * Math.sin(way * Math.PI * 2)];
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }, 6);
  const count = lobes * strands;
  const [cosine, sine] = [Math.cos((Math.PI * 2) / count), Math.sin((Math.PI * 2) / count)];
  const edge = outer + weight;
  return {
    ...{ width: 2 * outer, height: 2 * outer, box: [-edge, -edge, edge, edge] },
    operators: repeated(lobe, options, Array<Matrix>(count).fill([cosine, sine, -sine, cosine, 0, 0])),
  };
}

/** So many twists of a band belong to one slow wave, which makes the plait breathe. */
const twists = 6;

/** A plaited band of `waves` slow waves, `width` x `length`, upright, its upper left corner at the origin. */
export function band(
  options: Ink & { readonly width: number; readonly length: number; readonly waves: number; readonly strands: number },
): Artwork {
  const { width, length, waves, strands, weight } = options;
  const half = length / waves / 2;
  // Half of the strands along half of a wave: the others are these in a mirror, and so is the wave's other half.
  const quarter = [...Array(strands / 2).keys()].map((strand) => {
    const turn = (strand / strands) * Math.PI * 2;
    return curves(
      (way): Point => {
        const swell = 0.78 + 0.22 * Math.cos(way * Math.PI);
        return [(width / 2) * (1 + swell * Math.sin(way * twists * Math.PI + turn)), way * half];
      },
      (twists / 2) * 6,
    );
  });
  const beside: Matrix = [-1, 0, 0, 1, width, 0];
  const below: Matrix = [1, 0, 0, -1, 0, 2 * half];
  const moves = [...Array(waves).keys()].flatMap((wave): readonly Matrix[] => [
    // Two mirrors that face each other bring the next wave down by two halves.
    wave === 0 ? [1, 0, 0, 1, 0, 0] : [1, 0, 0, -1, 0, 0],
    beside,
    below,
    beside,
  ]);
  return {
    ...{ width, height: length, box: [-weight, -weight, width + weight, length + weight] },
    operators: repeated(quarter.join('\n'), options, moves),
  };
}
