import type { Segment } from './segment.ts';

type Point = readonly [x: number, y: number];

/** The angle from one vector to another. */
const between = ([x, y]: Point, [u, v]: Point): number => Math.atan2(x * v - y * u, x * u + y * v);

/**
 * An elliptical arc of path data as cubic curves, each of at most a quarter turn, which differ from it by less than three
 * ten-thousandths of its radius (SVG 1.1, F.6.5: from end points to centre).
 */
export function arcCurves(from: Point, numbers: readonly number[], to: Point): readonly Segment[] {
  const [radiusX = 0, radiusY = 0, degrees = 0, large = 0, sweep = 0] = numbers;
  let [rx, ry] = [Math.abs(radiusX), Math.abs(radiusY)];
  if (rx === 0 || ry === 0) return [['L', ...to]];
  if (from[0] === to[0] && from[1] === to[1]) return [];
  const tilt = (degrees * Math.PI) / 180;
  const [cosine, sine] = [Math.cos(tilt), Math.sin(tilt)];
  const [halfX, halfY] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cosine * halfX + sine * halfY, cosine * halfY - sine * halfX];
  // Radii that do not reach are made to (F.6.6).
  const reach = Math.hypot(x / rx, y / ry);
  if (reach > 1) [rx, ry] = [rx * reach, ry * reach];
  const [a, b] = [(x * ry) ** 2 + (y * rx) ** 2, (rx * ry) ** 2];
  const factor = Math.sqrt(Math.max(0, (b - a) / a)) * (large === sweep ? -1 : 1);
  const [centreX, centreY] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const start: Point = [(x - centreX) / rx, (y - centreY) / ry];
  const end: Point = [(-x - centreX) / rx, (-y - centreY) / ry];
  let turn = between(start, end);
  if (sweep === 0 && turn > 0) turn -= 2 * Math.PI;
  if (sweep === 1 && turn < 0) turn += 2 * Math.PI;
  const first = between([1, 0], start);
  const pieces = Math.max(1, Math.ceil(Math.abs(turn) / (Math.PI / 2) - 1e-9));
  const step = turn / pieces;
  const lever = (4 / 3) * Math.tan(step / 4);
  const onPage = (u: number, v: number): Point => [
    cosine * (rx * u + centreX) - sine * (ry * v + centreY) + (from[0] + to[0]) / 2,
    sine * (rx * u + centreX) + cosine * (ry * v + centreY) + (from[1] + to[1]) / 2,
  ];
  return [...Array(pieces).keys()].map((piece): Segment => {
    const [before, after] = [first + piece * step, first + (piece + 1) * step];
    const [cosB, sinB, cosA, sinA] = [Math.cos(before), Math.sin(before), Math.cos(after), Math.sin(after)];
    return [
      'C',
      ...onPage(cosB - lever * sinB, sinB + lever * cosB),
      ...onPage(cosA + lever * sinA, sinA - lever * cosA),
      ...(piece === pieces - 1 ? to : onPage(cosA, sinA)),
    ];
  });
}
