import type { Drawing, Shape } from '../domain/theme.ts';
import { type Html, html } from './html.ts';
import { shortPath, tenths } from './short-path.ts';

/** Outlines of drawings, which themes have for good: each is made shorter once, and not for every certificate. */
const shortened = new WeakMap<Shape, string>();

function outlineOf(shape: Shape): string {
  const outline = shortened.get(shape) ?? shortPath(shape.d);
  shortened.set(shape, outline);
  return outline;
}

/**
 * A drawing as inline SVG that a page can hold whatever its policy: outlines and plain colours, which is all that a drawing
 * has; no script, style or reference can be in it.
 */
export const drawingHtml = ({ width, height, shapes }: Drawing, className: string, label: string): Html =>
  html`<svg class="${className}" viewBox="0 0 ${tenths(width)} ${tenths(height)}" role="img" aria-label="${label}">${shapes.map(
    (shape) => {
      const { fill, stroke, weight = 1, cap, join, evenOdd } = shape;
      return html`<path d="${outlineOf(shape)}" fill="${fill ?? 'none'}"${evenOdd && html` fill-rule="evenodd"`}${
        stroke &&
        html` stroke="${stroke}" stroke-width="${tenths(weight)}" stroke-linecap="${cap ?? 'butt'}" stroke-linejoin="${join ?? 'miter'}"`
      }></path>`;
    },
  )}</svg>`;
