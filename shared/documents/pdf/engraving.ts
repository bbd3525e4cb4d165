import { rgb } from './artwork.ts';
import { number } from './vector-path.ts';

/**
 * Engraved ornament, as on bonds: fine lines that follow one law, drawn by computation, so that it stays sharp at any size
 * and hard to redraw by hand.
 */
const polyline = (points: readonly (readonly [number, number])[], closed: boolean): string =>
  `${points.map(([x, y], index) => `${number(x)} ${number(y)} ${index === 0 ? 'm' : 'l'}`).join(' ')}${closed ? ' h' : ''}`;

/** A rosette around the origin: turned copies of one waving ring between two radii. */
export function rosette(options: {
  readonly inner: number;
  readonly outer: number;
  readonly lobes: number;
  readonly strands: number;
  readonly color: string;
  readonly weight: number;
}): string {
  const { inner, outer, lobes, strands, color, weight } = options;
  const [middle, swing] = [(inner + outer) / 2, (outer - inner) / 2];
  const steps = lobes * 16;
  const rings = [...Array(strands).keys()].map((strand) => {
    const turn = (strand / strands) * Math.PI * 2;
    const points = [...Array(steps).keys()].map((step): readonly [number, number] => {
      const angle = (step / steps) * Math.PI * 2;
      const radius = middle + swing * Math.sin(lobes * angle + turn);
      return [radius * Math.cos(angle), radius * Math.sin(angle)];
    });
    return polyline(points, true);
  });
  return `${rgb(color)} RG ${number(weight)} w 1 j\n${rings.join('\n')}\nS`;
}

/** A plaited band of `length` x `width`, upright, its upper left corner at the origin. */
export function band(options: {
  readonly width: number;
  readonly length: number;
  readonly periods: number;
  readonly strands: number;
  readonly color: string;
  readonly weight: number;
}): string {
  const { width, length, periods, strands, color, weight } = options;
  const steps = periods * 20;
  const lines = [...Array(strands).keys()].map((strand) => {
    const turn = (strand / strands) * Math.PI * 2;
    const points = [...Array(steps + 1).keys()].map((step): readonly [number, number] => {
      const way = step / steps;
      const angle = way * periods * Math.PI * 2;
      // A slow second wave makes the plait breathe.
      const swell = 0.78 + 0.22 * Math.cos(way * Math.PI * 2 * (periods / 6));
      return [width / 2 + (width / 2) * swell * Math.sin(angle + turn), way * length];
    });
    return polyline(points, false);
  });
  return `${rgb(color)} RG ${number(weight)} w 1 j\n${lines.join('\n')}\nS`;
}
