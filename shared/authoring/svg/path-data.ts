import { arcCurves } from './arc.ts';
import type { Matrix } from './matrix.ts';
import type { Segment } from './segment.ts';

const argumentsOf: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const numeral = /[\s,]*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)/iy;
const flag = /[\s,]*([01])/y;

/** The numbers and commands of path data (SVG 1.1, 8.3.9); nothing where it is broken. */
function tokensOf(data: string): readonly (readonly [verb: string, ...numbers: number[]])[] | undefined {
  const tokens: [string, ...number[]][] = [];
  let [at, command] = [0, ''];
  const end = data.trimEnd().length;
  while (at < end) {
    const letter = /[\s,]*([a-zA-Z])/y;
    letter.lastIndex = at;
    const found = letter.exec(data);
    if (found) {
      command = found[1] ?? '';
      at = letter.lastIndex;
    } else if (command === '' || command.toUpperCase() === 'Z') return undefined;
    const count = argumentsOf[command.toUpperCase()];
    if (count === undefined || (tokens.length === 0 && command.toUpperCase() !== 'M')) return undefined;
    const numbers: number[] = [];
    while (numbers.length < count) {
      // An arc's two flags may stand without anything between them and what follows.
      const isFlag = command.toUpperCase() === 'A' && (numbers.length === 3 || numbers.length === 4);
      const reader = isFlag ? flag : numeral;
      reader.lastIndex = at;
      const number = reader.exec(data);
      if (!number || !Number.isFinite(Number(number[1]))) return undefined;
      numbers.push(Number(number[1]));
      at = reader.lastIndex;
    }
    tokens.push([command, ...numbers]);
    // What follows a move without a letter of its own is a line.
    if (command === 'M') command = 'L';
    if (command === 'm') command = 'l';
  }
  return tokens;
}

/** Reads the `d` of a path as moves, lines, curves and closings; nothing where it is broken. */
export function readPath(data: string): readonly Segment[] | undefined {
  const tokens = tokensOf(data);
  if (!tokens) return undefined;
  const out: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  // Where the next smooth curve takes its first handle from, and after which verbs.
  let handle: readonly [after: string, x: number, y: number] = ['', 0, 0];
  for (const [command, ...n] of tokens) {
    const verb = command.toUpperCase();
    const [baseX, baseY] = command === verb ? [0, 0] : [x, y];
    const at = (index: number): readonly [number, number] => [baseX + (n[index] ?? 0), baseY + (n[index + 1] ?? 0)];
    const mirrored = (after: string): readonly [number, number] =>
      handle[0] === after ? [2 * x - handle[1], 2 * y - handle[2]] : [x, y];
    let [nextX, nextY] = verb === 'Z' ? [startX, startY] : at(n.length - 2);
    let next: typeof handle = ['', 0, 0];
    if (verb === 'M') {
      [startX, startY] = [nextX, nextY];
      out.push(['M', nextX, nextY]);
    } else if (verb === 'Z') out.push(['Z']);
    else if (verb === 'C' || verb === 'S') {
      const one = verb === 'C' ? at(0) : mirrored('C');
      const two = at(verb === 'C' ? 2 : 0);
      out.push(['C', ...one, ...two, nextX, nextY]);
      next = ['C', ...two];
    } else if (verb === 'Q' || verb === 'T') {
      const middle = verb === 'Q' ? at(0) : mirrored('Q');
      const toward = (fromX: number, fromY: number): readonly [number, number] => [
        fromX + ((middle[0] - fromX) * 2) / 3,
        fromY + ((middle[1] - fromY) * 2) / 3,
      ];
      out.push(['C', ...toward(x, y), ...toward(nextX, nextY), nextX, nextY]);
      next = ['Q', ...middle];
    } else if (verb === 'A') out.push(...arcCurves([x, y], n, [nextX, nextY]));
    else {
      if (verb === 'H') [nextX, nextY] = [baseX + (n[0] ?? 0), y];
      if (verb === 'V') [nextX, nextY] = [x, baseY + (n[0] ?? 0)];
      out.push(['L', nextX, nextY]);
    }
    [x, y, handle] = [nextX, nextY, next];
  }
  return out;
}

/** The same outline under a map. */
export const mapped = (segments: readonly Segment[], [a, b, c, d, e, f]: Matrix): readonly Segment[] =>
  segments.map(([verb, ...numbers]) => {
    const moved = numbers.map((value, index) => {
      const [x, y] = index % 2 === 0 ? [value, numbers[index + 1] ?? 0] : [numbers[index - 1] ?? 0, value];
      return index % 2 === 0 ? a * x + c * y + e : b * x + d * y + f;
    });
    return [verb, ...moved] as unknown as Segment;
  });

/** A number with at most two decimals, never `-0`. */
export const short = (value: number): number => Math.round(value * 100) / 100 + 0;

/** An outline as the `d` of a path. */
export const pathText = (segments: readonly Segment[]): string =>
  segments.map(([verb, ...numbers]) => `${verb}${numbers.map(short).join(' ')}`).join('');
