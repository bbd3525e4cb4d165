import { ownOf } from '../../domain/kinds.ts';
import type { Drawing, Shape } from '../../domain/theme.ts';
import type { FileRead } from '../mapping.ts';
import type { Problem } from '../problem.ts';
import { blamed } from '../rules/reading.ts';
import type { OpenedFile } from '../source.ts';
import { type Element, readXml } from '../xml.ts';
import { identity, type Matrix, readTransform, scaleOf, times } from './matrix.ts';
import { isShape, outlineOf, readLength } from './outline.ts';
import { firstPaint, type Paint, readPaint } from './paint.ts';
import { mapped, pathText, short } from './path-data.ts';
import type { Segment } from './segment.ts';

/** A traced signature has some 20 KB. */
const LARGEST_FILE = 200_000;
/** What a page should not take longer to draw than its words, and a snapshot's reader to load. */
const MOST_POINTS = 8_000;
/** The longer side of a drawing, in its own units once it is read. */
const SIDE = 1_000;
/** How far beyond its box a drawing may have points: PDF/A-1 ends at 32,767. */
const FARTHEST = 10_000;

/** Drawn by nothing that is here, or by nothing at all. */
const passedOver = new Set(['title', 'desc', 'metadata', 'defs']);

const explain: Readonly<Record<string, readonly [message: string, remedy: string]>> = {
  image: ['A picture of pixels is not printed.', 'Trace it, or have it drawn as paths.'],
  text: ['Letters are not printed as text.', 'Convert text to outlines in your drawing program.'],
  style: ['A style sheet is not read.', 'Export with presentation attributes instead of CSS classes.'],
  script: ['A drawing holds no script.', 'Remove the <script> element.'],
  use: ['Copies by <use> are not read.', 'Expand symbols and clones in your drawing program.'],
  svg: ['A drawing within a drawing is not read.', 'Ungroup it in your drawing program.'],
  a: ['A drawing holds no link.', 'Remove the <a> element around its shapes.'],
};
const effects = /gradient$|^(?:filter|mask|clippath|pattern|marker|symbol|animate|set$|switch|foreignobject)/i;

interface Walk {
  readonly shapes: Shape[];
  points: number;
  far: boolean;
  readonly blame: (line: number, message: string, remedy: string) => void;
}

/** Where a drawing's box begins and how large it is, from `viewBox` or else from width and height. */
function boxOf({ attributes }: Element): readonly [number, number, number, number] | undefined {
  const numbers = (attributes.get('viewBox') ?? '')
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map(Number);
  const [width, height] = ['width', 'height'].map((name) => readLength(attributes.get(name) ?? ''));
  const [x = 0, y = 0, w = 0, h = 0] = attributes.has('viewBox') ? numbers : [0, 0, width ?? 0, height ?? 0];
  const fine = numbers.length === (attributes.has('viewBox') ? 4 : 0) && [x, y, w, h].every(Number.isFinite);
  return fine && w > 0 && h > 0 && Math.max(w, h) / Math.min(w, h) <= 40 ? [x, y, w, h] : undefined;
}

function shapeOf({ fill, stroke, weight, cap, join, rule }: Paint, outline: readonly Segment[], scale: number): Shape {
  return {
    d: pathText(outline),
    ...(fill !== 'none' && { fill, ...(rule === 'evenodd' && { evenOdd: true as const }) }),
    ...(stroke !== 'none' && {
      stroke,
      weight: Math.max(0.01, short(weight * scale)),
      ...((cap === 'round' || cap === 'square') && { cap }),
      ...((join === 'round' || join === 'bevel') && { join }),
    }),
  };
}

function drawShape(element: Element, paint: Paint, matrix: Matrix, walk: Walk): void {
  const blame = (message: string, remedy: string): void => walk.blame(element.line, message, remedy);
  const outline = outlineOf(element);
  if ('fault' in outline) {
    blame(outline.fault, 'Export the drawing anew, with coordinates in plain numbers.');
    return;
  }
  const stroked = paint.stroke !== 'none' && paint.weight > 0;
  if (outline.length < 2 || (paint.fill === 'none' && !stroked)) return;
  const scale = scaleOf(matrix);
  if (stroked && scale === undefined)
    blame('A stroke is stretched unevenly.', 'Convert the stroke to an outline in your drawing program.');
  const placed = mapped(outline, matrix);
  walk.points += placed.length;
  walk.far ||= placed.some(([, ...numbers]) => numbers.some((value) => !(Math.abs(value) <= FARTHEST)));
  walk.shapes.push(shapeOf(stroked ? paint : { ...paint, stroke: 'none' }, placed, scale ?? 1));
}

function refuse({ name, line }: Element, { blame }: Walk): void {
  const [message, remedy] = ownOf(explain, name) ?? [
    effects.test(name)
      ? `<${name}> cannot be printed in an archive’s PDF.`
      : `<${name}> is no shape that is known here.`,
    'Use plain shapes of plain colours: flatten or expand it in your drawing program.',
  ];
  blame(line, message, remedy);
}

function walkInto(element: Element, around: Paint, outer: Matrix, walk: Walk): void {
  const { attributes, line } = element;
  const blame = (message: string, remedy: string): void => walk.blame(line, message, remedy);
  for (const name of attributes.keys()) {
    if (/^on/i.test(name)) blame(`“${name}” would run a script.`, 'Remove it: a drawing holds no script.');
    if (/(?:^|:)href$|(?:^|:)src$/i.test(name)) blame(`“${name}” leads out of the drawing.`, 'Remove it.');
  }
  const paint = readPaint(attributes, around, blame);
  const own = attributes.get('transform');
  const transform = own === undefined ? identity : readTransform(own);
  if (!transform) blame('“transform” cannot be read.', 'Ungroup and flatten transforms in your drawing program.');
  if (!transform || paint.hidden) return;
  const matrix = times(outer, transform);
  if (isShape(element.name)) drawShape(element, paint, matrix, walk);
  for (const child of element.children) {
    // What drawing programs note for themselves stands in namespaces of their own.
    if (child.name.includes(':')) continue;
    if (passedOver.has(child.name)) refuseWithin(child, walk);
    else if (child.name === 'g' || isShape(child.name)) walkInto(child, paint, matrix, walk);
    else refuse(child, walk);
  }
}

/** What is never drawn may stand there, but for a style sheet, which says how the rest is drawn, and a script. */
function refuseWithin(element: Element, walk: Walk): void {
  for (const child of element.children) {
    if (child.name === 'style' || child.name === 'script') refuse(child, walk);
    refuseWithin(child, walk);
  }
}

/**
 * Reads an SVG file as a drawing that PDF/A and HTML can both show: plain shapes of plain, opaque colours, flattened into
 * paths. Nothing else of the file is kept, so nothing that it might carry gets on.
 */
export function readDrawing({ file, text }: OpenedFile): FileRead<Drawing> {
  const problems: Problem[] = [];
  const blame = (line: number, message: string, remedy: string): void => {
    const again = problems.some((problem) => problem.message === message);
    if (!again) problems.push({ ...{ file, line, column: 1 }, ...blamed({ field: '', message, remedy }) });
  };
  const faulty = (line: number, message: string, remedy: string): FileRead<Drawing> => {
    blame(line, message, remedy);
    return { kind: 'faulty', problems };
  };
  if (text.length > LARGEST_FILE)
    return faulty(1, `The drawing has ${text.length} characters; ${LARGEST_FILE} fit.`, 'Simplify its paths.');
  const xml = readXml(text, { one: 'A drawing is one <svg> element.', elements: 2_000, depth: 40, texts: false });
  if (xml.kind === 'broken') return faulty(xml.line, xml.message, 'Export the drawing as plain SVG.');
  if (xml.root.name !== 'svg') return faulty(1, `<${xml.root.name}> is no drawing.`, 'Export it as plain SVG.');
  const box = boxOf(xml.root);
  if (!box)
    return faulty(
      xml.root.line,
      'The drawing has no size that can be used.',
      'Give <svg> a viewBox, like "0 0 400 200".',
    );
  const [x, y, width, height] = box;
  const scale = SIDE / Math.max(width, height);
  const walk: Walk = { shapes: [], points: 0, far: false, blame };
  walkInto(xml.root, firstPaint, [scale, 0, 0, scale, -x * scale, -y * scale], walk);
  if (walk.points > MOST_POINTS)
    blame(1, `The drawing has ${walk.points} points; ${MOST_POINTS} fit.`, 'Simplify its paths.');
  if (walk.far)
    blame(1, 'It has points far outside of its viewBox.', 'Fit the page to the drawing and export it anew.');
  if (walk.shapes.length === 0 && problems.length === 0)
    blame(1, 'The drawing is empty.', 'Draw something that is filled or stroked.');
  if (problems.length > 0) return { kind: 'faulty', problems };
  return { kind: 'read', value: { width: short(width * scale), height: short(height * scale), shapes: walk.shapes } };
}
