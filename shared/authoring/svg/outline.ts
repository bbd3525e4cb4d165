import type { Element } from '../xml.ts';
import { readPath } from './path-data.ts';
import type { Segment } from './segment.ts';

/** An element's outline, or why it has none. */
export type Outline = readonly Segment[] | { readonly fault: string };

/** A length in the drawing's own units, `px` allowed; nothing for any other unit. */
export function readLength(text: string): number | undefined {
  const [, number] = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:px)?\s*$/i.exec(text) ?? [];
  return number !== undefined && Number.isFinite(Number(number)) ? Number(number) : undefined;
}

// The lever of the cubic curve that is nearest to a quarter of a circle.
const quarter = 0.5522847498;

function ellipse(x: number, y: number, rx: number, ry: number): Outline {
  if (rx <= 0 || ry <= 0) return [];
  const [u, v] = [rx * quarter, ry * quarter];
  return [
    ['M', x + rx, y],
    ['C', x + rx, y + v, x + u, y + ry, x, y + ry],
    ['C', x - u, y + ry, x - rx, y + v, x - rx, y],
    ['C', x - rx, y - v, x - u, y - ry, x, y - ry],
    ['C', x + u, y - ry, x + rx, y - v, x + rx, y],
    ['Z'],
  ];
}

function rectangle(x: number, y: number, width: number, height: number, roundX: number, roundY: number): Outline {
  if (width <= 0 || height <= 0) return [];
  const [right, below] = [x + width, y + height];
  if (roundX <= 0 || roundY <= 0) return [['M', x, y], ['L', right, y], ['L', right, below], ['L', x, below], ['Z']];
  const [rx, ry] = [Math.min(roundX, width / 2), Math.min(roundY, height / 2)];
  const [u, v] = [rx * (1 - quarter), ry * (1 - quarter)];
  return [
    ['M', x + rx, y],
    ['L', right - rx, y],
    ['C', right - u, y, right, y + v, right, y + ry],
    ['L', right, below - ry],
    ['C', right, below - v, right - u, below, right - rx, below],
    ['L', x + rx, below],
    ['C', x + u, below, x, below - v, x, below - ry],
    ['L', x, y + ry],
    ['C', x, y + v, x + u, y, x + rx, y],
    ['Z'],
  ];
}

function polygon(points: string, closed: boolean): Outline {
  const numbers = points
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(Number);
  if (numbers.length % 2 === 1 || !numbers.every(Number.isFinite)) return { fault: '“points” cannot be read.' };
  const corners = numbers.flatMap((x, index): Segment[] =>
    index % 2 === 0 ? [[index === 0 ? 'M' : 'L', x, numbers[index + 1] ?? 0]] : [],
  );
  return closed && corners.length > 0 ? [...corners, ['Z']] : corners;
}

/** The shapes that are drawn, each with how its outline comes from its attributes. */
const shapes: Readonly<Record<string, (text: (name: string) => string, length: (name: string) => number) => Outline>> =
  {
    path: (text) => readPath(text('d')) ?? { fault: 'The path’s “d” cannot be read.' },
    rect: (text, length) => {
      const [roundX, roundY] = [text('rx') || text('ry'), text('ry') || text('rx')].map(
        (round) => readLength(round) ?? 0,
      );
      return rectangle(length('x'), length('y'), length('width'), length('height'), roundX ?? 0, roundY ?? 0);
    },
    circle: (_, length) => ellipse(length('cx'), length('cy'), length('r'), length('r')),
    ellipse: (_, length) => ellipse(length('cx'), length('cy'), length('rx'), length('ry')),
    line: (_, length) => [
      ['M', length('x1'), length('y1')],
      ['L', length('x2'), length('y2')],
    ],
    polyline: (text) => polygon(text('points'), false),
    polygon: (text) => polygon(text('points'), true),
  };

export const isShape = (name: string): boolean => Object.hasOwn(shapes, name);

/** The outline of a shape as its attributes describe it. */
export function outlineOf({ name, attributes }: Element): Outline {
  const unread: string[] = [];
  const length = (key: string): number => {
    const text = attributes.get(key);
    if (text === undefined) return 0;
    const read = readLength(text);
    if (read === undefined) unread.push(`“${key}” is no plain number.`);
    return read ?? 0;
  };
  const outline = shapes[name]?.((key) => attributes.get(key) ?? '', length) ?? [];
  return unread[0] === undefined ? outline : { fault: unread[0] };
}
