/** A number as PDF writes it: at most three decimals, no exponent. */
export const number = (value: number): string => {
  const text = value.toFixed(3).replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
};

interface Point {
  readonly x: number;
  readonly y: number;
}

const argumentCount: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, Z: 0 };

/**
 * Turns SVG path data into PDF path operators. Understands M L H V C S Q Z, absolute and relative.
 * @throws for other commands (elliptic arcs): export the artwork with curves.
 */
export function pathOperators(data: string): string {
  const tokens = data.match(/[a-zA-Z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? [];
  const out: string[] = [];
  let [pen, start, handle]: [Point, Point, Point] = [
    { x: 0, y: 0 },
    { x: 0, y: 0 },
    { x: 0, y: 0 },
  ];
  let [index, command] = [0, 'M'];
  const curve = (one: Point, two: Point, end: Point): void => {
    out.push(`${[one, two, end].map(({ x, y }) => `${number(x)} ${number(y)}`).join(' ')} c`);
    pen = end;
  };
  while (index < tokens.length) {
    const token = tokens[index] ?? '';
    if (/[a-zA-Z]/.test(token)) {
      command = token;
      index += 1;
    }
    const verb = command.toUpperCase();
    const count = argumentCount[verb];
    if (count === undefined) throw new Error(`Artwork uses the path command ${command}, which is not understood`);
    const values = tokens.slice(index, index + count).map(Number);
    if (values.length < count || values.some(Number.isNaN)) throw new Error('Artwork has a broken path');
    index += count;
    const from = command === verb ? { x: 0, y: 0 } : pen;
    const at = (n: number): Point => ({ x: from.x + (values[n] ?? 0), y: from.y + (values[n + 1] ?? 0) });
    const smooth = { x: 2 * pen.x - handle.x, y: 2 * pen.y - handle.y };
    const before = pen;
    if (verb === 'M') {
      pen = start = at(0);
      out.push(`${number(pen.x)} ${number(pen.y)} m`);
      command = command === 'M' ? 'L' : 'l';
    } else if (verb === 'Z') {
      pen = start;
      out.push('h');
      // A number may not follow, and without this the loop would not move on.
      if (index < tokens.length && !/[a-zA-Z]/.test(tokens[index] ?? '')) throw new Error('Artwork has a broken path');
    } else if (verb === 'C') curve(at(0), at(2), at(4));
    else if (verb === 'S') curve(smooth, at(0), at(2));
    else if (verb === 'Q') {
      const [middle, end] = [at(0), at(2)];
      const toward = (p: Point): Point => ({
        x: p.x + ((middle.x - p.x) * 2) / 3,
        y: p.y + ((middle.y - p.y) * 2) / 3,
      });
      curve(toward(pen), toward(end), end);
    } else {
      const [first = 0] = values;
      if (verb === 'L') pen = at(0);
      else if (verb === 'H') pen = { x: from.x + first, y: pen.y };
      else pen = { x: pen.x, y: from.y + first };
      out.push(`${number(pen.x)} ${number(pen.y)} l`);
    }
    handle =
      verb === 'C'
        ? { x: from.x + (values[2] ?? 0), y: from.y + (values[3] ?? 0) }
        : verb === 'S'
          ? { x: from.x + (values[0] ?? 0), y: from.y + (values[1] ?? 0) }
          : pen;
    if (verb === 'H' || verb === 'V' || verb === 'L') handle = pen;
    if (verb === 'Z') handle = before;
  }
  return out.join('\n');
}
