import { type Color, parseColor } from '../../domain/color.ts';
import { readLength } from './outline.ts';

/** How a shape is painted; what it says nothing of it has from the group around it. */
export interface Paint {
  readonly fill: Color | 'none';
  readonly stroke: Color | 'none';
  readonly weight: number;
  readonly cap: string;
  readonly join: string;
  readonly rule: string;
  readonly hidden: boolean;
}

/** What SVG starts with. */
export const firstPaint: Paint = {
  ...{ fill: '#000000', stroke: 'none', weight: 1, cap: 'butt', join: 'miter', rule: 'nonzero', hidden: false },
};

const outlines = 'Convert the effect to plain shapes in your drawing program, or leave it out.';

/** Properties that would change the drawing in a way that is not done here, unless they have one of these values. */
const idle: Readonly<Record<string, readonly string[]>> = {
  opacity: ['1', '100%'],
  'fill-opacity': ['1', '100%'],
  'stroke-opacity': ['1', '100%'],
  'stroke-dasharray': ['none', '0'],
  'mix-blend-mode': ['normal'],
  isolation: ['auto'],
  'paint-order': ['normal', 'fill', 'fill stroke markers', 'fill stroke'],
  'vector-effect': ['none'],
  visibility: ['visible', 'inherit'],
  ...Object.fromEntries(
    ['clip-path', 'mask', 'filter', 'marker', 'marker-start', 'marker-mid', 'marker-end'].map((name) => [
      name,
      ['none'],
    ]),
  ),
};

const choices = {
  'stroke-linecap': ['cap', ['butt', 'round', 'square']],
  'stroke-linejoin': ['join', ['miter', 'round', 'bevel']],
  'fill-rule': ['rule', ['nonzero', 'evenodd']],
} as const;

/** The properties of an element: its attributes, and those of its `style`, which come first. */
function propertiesOf(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const styled = (attributes.get('style') ?? '').split(';').flatMap((declaration): [string, string][] => {
    const [, name, value] = /^\s*([a-z-]+)\s*:\s*([^:;]*?)\s*(?:!important\s*)?$/i.exec(declaration) ?? [];
    return name !== undefined && value !== undefined ? [[name, value]] : [];
  });
  return new Map([...attributes, ...styled]);
}

/** Reads how an element is painted, under the paint around it, and says everything of it that cannot be printed. */
export function readPaint(
  attributes: ReadonlyMap<string, string>,
  around: Paint,
  blame: (message: string, remedy: string) => void,
): Paint {
  const properties = propertiesOf(attributes);
  const given = (name: string): string | undefined => {
    const value = properties.get(name)?.trim();
    return value === 'inherit' || value === '' ? undefined : value;
  };
  const color = (name: 'fill' | 'stroke'): Color | 'none' => {
    const value = given(name);
    if (value === undefined) return around[name];
    if (value === 'none' || value === 'transparent') return 'none';
    const read = parseColor(value);
    if (read === undefined)
      blame(`“${value.slice(0, 40)}” is no plain colour.`, 'Use one plain colour for each shape, like #1f4e5a.');
    return read ?? around[name];
  };
  const width = given('stroke-width');
  const weight = width === undefined ? around.weight : readLength(width);
  if (weight === undefined || weight < 0)
    blame(`The stroke width “${width}” is no plain number.`, 'Write it in the drawing’s own units, without a unit.');
  const chosen: { cap?: string; join?: string; rule?: string } = {};
  for (const [name, [key, known]] of Object.entries(choices)) {
    const value = given(name);
    if (value === undefined) continue;
    if ((known as readonly string[]).includes(value)) chosen[key] = value;
    else blame(`“${name}: ${value.slice(0, 40)}” is not printed.`, `Use one of: ${known.join(', ')}.`);
  }
  for (const [name, harmless] of Object.entries(idle)) {
    const value = given(name)?.replace(/^(0|1)\.0+$/, '$1');
    if (value !== undefined && !harmless.includes(value))
      blame(`“${name}: ${value.slice(0, 40)}” cannot be printed in an archive’s PDF.`, outlines);
  }
  return {
    ...around,
    ...chosen,
    ...{ fill: color('fill'), stroke: color('stroke'), weight: weight ?? 1 },
    hidden: around.hidden || given('display') === 'none',
  };
}
