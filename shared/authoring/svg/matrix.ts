/** An affine map, as SVG writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First the second, then the first: as a group's transform is around what stands in it. */
export const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  ...([a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j] as const),
  ...([a * k + c * l + e, b * k + d * l + f] as const),
];

/** By how much lengths grow, where they grow the same in every direction; else nothing. */
export function scaleOf([a, b, c, d]: Matrix): number | undefined {
  const [along, across] = [Math.hypot(a, b), Math.hypot(c, d)];
  const even = Math.abs(along - across) <= along * 0.01 && Math.abs(a * c + b * d) <= along * across * 0.01;
  return even ? along : undefined;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
const turned = (degrees: number): Matrix => {
  const [cosine, sine] = [Math.cos(radians(degrees)), Math.sin(radians(degrees))];
  return [cosine, sine, -sine, cosine, 0, 0];
};

/** Each function of a transform, by its count of numbers. */
const functions: Readonly<Record<string, (numbers: readonly number[]) => Matrix | undefined>> = {
  matrix: (n) => (n.length === 6 ? (n as unknown as Matrix) : undefined),
  translate: ([x = 0, y = 0, ...more]) => (more.length === 0 ? [1, 0, 0, 1, x, y] : undefined),
  scale: ([x = 1, y = x, ...more]) => (more.length === 0 ? [x, 0, 0, y, 0, 0] : undefined),
  rotate: ([degrees = 0, x = 0, y = 0, ...more]) =>
    more.length === 0 ? times(times([1, 0, 0, 1, x, y], turned(degrees)), [1, 0, 0, 1, -x, -y]) : undefined,
  skewX: ([degrees = 0, ...more]) => (more.length === 0 ? [1, 0, Math.tan(radians(degrees)), 1, 0, 0] : undefined),
  skewY: ([degrees = 0, ...more]) => (more.length === 0 ? [1, Math.tan(radians(degrees)), 0, 1, 0, 0] : undefined),
};

/** Reads a `transform` attribute; nothing when it cannot be read. */
export function readTransform(text: string): Matrix | undefined {
  let matrix: Matrix = identity;
  const rest = text.replace(/([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/g, (_, name: string, list: string) => {
    const numbers = list
      .split(/[\s,]+/)
      .filter((part) => part !== '')
      .map(Number);
    const one = Object.hasOwn(functions, name) && numbers.length > 0 ? functions[name]?.(numbers) : undefined;
    if (!one?.every(Number.isFinite)) return '!';
    matrix = times(matrix, one);
    return '';
  });
  return rest.trim() === '' ? matrix : undefined;
}
