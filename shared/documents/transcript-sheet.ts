import { runsOf } from '../domain/run.ts';
import { ParkError } from '../ports.ts';
import type { PrintingKit } from './certificate-assets.ts';
import { inks } from './certificate-theme.ts';
import type { Flow } from './pdf/flow.ts';
import { type Line, type Span, type Style, setLines } from './pdf/typesetting.ts';

/** A transcript's measures, in points from the upper left of an upright letter sheet. */
export const sheet = { width: 612, height: 792 };

export const frame = {
  top: 46,
  bottom: 732,
  /** The baseline of what stands below each page. */
  foot: 754,
  left: 45,
  width: 522,
  /** What the seal leaves beside it. */
  head: 440,
};

/** Lines of one size. */
export interface SetText {
  readonly lines: readonly Line[];
  readonly size: number;
}

/**
 * Sets a text, smaller where one of its words is too long, or where it would take more lines than it should; never cut off.
 * @throws ParkError where a word is too long at any size.
 */
export function fitted(
  text: string | readonly Span[],
  style: Style,
  what: string,
  measure: number,
  mostLines = Number.POSITIVE_INFINITY,
): SetText {
  const given = typeof text === 'string' ? [{ text, style, what }] : text;
  const sizes = [1, 0.9, 0.8, 0.7].map((part) => Math.max(7, style.size * part));
  for (const size of sizes)
    try {
      const spans = given.map((span) => ({ ...span, style: { ...span.style, size } }));
      const lines = setLines(spans, measure);
      if (lines.length <= mostLines || size === sizes.at(-1)) return { lines, size };
    } catch (error) {
      if (!(error instanceof ParkError) || size === sizes.at(-1)) throw error;
    }
  throw new RangeError('No size was tried');
}

/** The name of a kind of credit with the AMA's mark in italics (cme.md 1b). */
export const creditSpans = (text: string, style: Style): readonly Span[] =>
  runsOf(text).map(({ text: run, italic }) => ({
    text: run,
    what: 'kind of credit',
    style: italic ? { ...style, oblique: true } : style,
  }));

/** The texts between the tables. */
export function textsOf(flow: Flow, kit: PrintingKit) {
  const plain: Style = { faces: kit.sans, size: 9.5, color: inks.ink };
  const block = (role: 'H1' | 'H2' | 'P', { lines, size }: SetText, leading = 1.28): void => {
    const height = lines.length * size * leading;
    flow.room(height);
    const top = flow.y;
    flow.canvas.element(role, () => {
      for (const [index, line] of lines.entries())
        flow.canvas.text(line, frame.left, top + size * (0.95 + index * leading));
    });
    flow.y += height;
  };
  return {
    block,
    /** Stands with what it is the heading of: a row of a table or a line, and its own headings. */
    heading(text: string): void {
      const style: Style = { faces: kit.serif, size: 14, color: inks.accent };
      if (!flow.room(90)) flow.y += 20;
      block('H2', fitted(text, style, 'heading', frame.width));
      flow.y += 3;
    },
    paragraph(text: string): void {
      block('P', {
        lines: setLines([{ text, style: { ...plain, color: inks.quiet }, what: 'note' }], frame.width),
        size: 9.5,
      });
      flow.y += 4;
    },
    /** What it is, and what it says; of several, parted by commas. */
    fact(label: string, says: readonly string[]): void {
      const what = label.toLowerCase();
      const spans = [
        { text: `${label}: `, style: { ...plain, faces: kit.sansSemibold, color: inks.quiet }, what },
        ...says.flatMap((one, index) => [
          ...creditSpans(one, plain),
          ...(index < says.length - 1 ? [{ text: ', ', style: plain, what }] : []),
        ]),
      ];
      block('P', fitted(spans, plain, what, frame.width), 1.4);
    },
  };
}
