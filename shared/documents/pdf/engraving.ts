import { type Artwork, rgb } from './artwork.ts';
import { number } from './vector-path.ts';

/**
 * Engraved ornament, as on bonds: fine lines that follow one law, drawn by computation, so that it stays sharp at any size
 * and hard to redraw by hand. What repeats is written alike, turned or moved, which takes hardly any room once it is pressed.
 */
interface Ink {
  readonly color: string;
  readonly weight: number;
}

type Point = readonly [x: number, y: number];
/** Where a copy is drawn: PDF's six numbers. */
type Matrix = readonly [number, number, number, number, number, number];

const hundredths = (value: number): string => number(Math.round(value * 100) / 100);

const polyline = (points: readonly Point[], end = ''): string =>
  `${points.map(([x, y], index) => `${hundredths(x)} ${hundredths(y)} ${index === 0 ? 'm' : 'l'}`).join(' ')}${end}`;

const exact = (value: number): string => String(Math.round(value * 1e6) / 1e6 || 0);

const copies = (path: string, { color, weight }: Ink, matrices: readonly Matrix[]): string =>
  [
    `${rgb(color)} RG ${number(weight)} w 1 j`,
    ...matrices.map((matrix) => `q ${matrix.map(exact).join(' ')} cm\n${path}\nS Q`),
  ].join('\n');

/** A rosette around the origin: turned copies of one waving ring between two radii. */
export function rosette(
  options: Ink & { readonly inner: number; readonly outer: number; readonly lobes: number; readonly strands: number },
): Artwork {
  const { inner, outer, lobes, strands, weight } = options;
  const [middle, swing] = [(inner + outer) / 2, (outer - inner) / 2];
  const steps = lobes * 16;
  const ring = [...Array(steps).keys()].map((step): Point => {
    const angle = (step / steps) * Math.PI * 2;
    const radius = middle + swing * Math.sin(lobes * angle);
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  const turns = [...Array(strands).keys()].map((strand): Matrix => {
    const turn = (strand / strands / lobes) * Math.PI * 2;
    const [cosine, sine] = [Math.cos(turn), Math.sin(turn)];
    return [cosine, -sine, sine, cosine, 0, 0];
  });
  const edge = outer + weight;
  return {
    ...{ width: 2 * outer, height: 2 * outer, box: [-edge, -edge, edge, edge] },
    operators: copies(polyline(ring, ' h'), options, turns),
  };
}

/** So many twists of a band belong to one slow wave, which makes the plait breathe. */
const twists = 6;

/** A plaited band of `waves` slow waves, `width` x `length`, upright, its upper left corner at the origin. */
export function band(
  options: Ink & { readonly width: number; readonly length: number; readonly waves: number; readonly strands: number },
): Artwork {
  const { width, length, waves, strands, weight } = options;
  const steps = twists * 20;
  // The other half of the strands are these in a mirror.
  const half = [...Array(strands / 2).keys()].map((strand) => {
    const turn = (strand / strands) * Math.PI * 2;
    return polyline(
      [...Array(steps + 1).keys()].map((step): Point => {
        const way = step / steps;
        const swell = 0.78 + 0.22 * Math.cos(way * Math.PI * 2);
        return [(width / 2) * (1 + swell * Math.sin(way * twists * Math.PI * 2 + turn)), (way * length) / waves];
      }),
    );
  });
  const places = [...Array(waves).keys()].flatMap((wave): readonly Matrix[] => {
    const top = (wave * length) / waves;
    return [
      [1, 0, 0, 1, 0, top],
      [-1, 0, 0, 1, width, top],
    ];
  });
  return {
    ...{ width, height: length, box: [-weight, -weight, width + weight, length + weight] },
    operators: copies(half.join('\n'), options, places),
  };
}
