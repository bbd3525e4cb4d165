import type { Drawing, Shape } from '../../domain/theme.ts';
import { number } from './vector-path.ts';

/** A drawing as PDF draws it, in units of its own. */
export interface Artwork {
  readonly width: number;
  readonly height: number;
  /** Its lower left and upper right corner; it is cut off there. */
  readonly box: readonly [number, number, number, number];
  /** PDF operators; `Canvas` turns y downwards. */
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

const operatorOf: Readonly<Record<string, readonly [operator: string, numbers: number]>> = {
  ...{ M: ['m', 2], L: ['l', 2], C: ['c', 6], Z: ['h', 0] },
};

/** The outline of a shape as PDF's path operators. @throws when it is none of a drawing that was read. */
export function pathOperators(d: string): string {
  const parts = d.match(/[A-Za-z][^A-Za-z]*/g) ?? [];
  return parts
    .map((part) => {
      const numbers = part.slice(1).split(' ').filter(Boolean).map(Number);
      const [operator, count] = operatorOf[part.charAt(0)] ?? [];
      if (operator === undefined || numbers.length !== count || !numbers.every(Number.isFinite))
        throw new Error('A drawing has a broken outline');
      return [...numbers.map(number), operator].join(' ');
    })
    .join('\n');
}

const caps = { butt: 0, round: 1, square: 2 };
const joins = { miter: 0, round: 1, bevel: 2 };

function shapeOperators({ d, fill, stroke, weight = 1, cap, join, evenOdd }: Shape): string {
  const even = evenOdd ? '*' : '';
  return [
    ...(fill ? [`${rgb(fill)} rg`] : []),
    // Miters end where SVG ends them, not at PDF's 10.
    ...(stroke
      ? [`${rgb(stroke)} RG ${number(weight)} w ${caps[cap ?? 'butt']} J ${joins[join ?? 'miter']} j 4 M`]
      : []),
    pathOperators(d),
    fill && stroke ? `B${even}` : fill ? `f${even}` : stroke ? 'S' : 'n',
  ].join('\n');
}

/** A drawing for PDF, cut off at its box as browsers do. */
export const artworkOf = ({ width, height, shapes }: Drawing): Artwork => ({
  ...{ width, height, box: [0, 0, width, height] },
  operators: shapes.map(shapeOperators).join('\n'),
});
