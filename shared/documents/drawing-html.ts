import type { Drawing } from '../domain/theme.ts';
import { type Html, html } from './html.ts';

/**
 * A drawing as inline SVG that a page can hold whatever its policy: outlines and plain colours, which is all that a drawing
 * has; no script, style or reference can be in it.
 */
export const drawingHtml = ({ width, height, shapes }: Drawing, className: string, label: string): Html =>
  html`<svg class="${className}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">${shapes.map(
    ({ d, fill, stroke, weight, cap, join, evenOdd }) =>
      html`<path d="${d}" fill="${fill ?? 'none'}"${evenOdd && html` fill-rule="evenodd"`}${
        stroke &&
        html` stroke="${stroke}" stroke-width="${weight ?? 1}" stroke-linecap="${cap ?? 'butt'}" stroke-linejoin="${join ?? 'miter'}"`
      }></path>`,
  )}</svg>`;
