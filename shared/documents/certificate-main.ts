import { runsOf } from '../domain/run.ts';
import { ParkError } from '../ports.ts';
import type { Look } from './certificate-look.ts';
import { frame } from './certificate-theme.ts';
import type { CertificateWording, CreditLine } from './certificate-wording.ts';
import type { Canvas, Role } from './pdf/canvas.ts';
import type { Row } from './pdf/column.ts';
import { called } from './pdf/printable.ts';
import { type Line, type Span, type Style, setBalanced, setLines } from './pdf/typesetting.ts';

const { left, width: measure } = frame.main;

interface Block {
  readonly role: Role;
  readonly lines: readonly Line[];
  readonly size: number;
  /** Baseline to baseline, in sizes. */
  readonly leading: number;
  readonly gap: number;
  readonly stretch: number;
}

// Letters that stack, and signs above and below them, reach further than Latin letters do.
const stackedLeading = 1.36;

/** A block of lines as a row: an element of the page, its first baseline an ascent below its top. */
function blockRow(canvas: Canvas, { role, lines, size, leading: plain, gap, stretch }: Block): Row {
  const leading = lines.some(({ shaped }) => shaped) ? Math.max(plain, stackedLeading) : plain;
  const [ascent, descent] = [size * 0.72, size * 0.08];
  return {
    gap,
    stretch,
    height: ascent + descent + (lines.length - 1) * size * leading,
    draw: (top) =>
      canvas.element(role, () => {
        for (const [index, line] of lines.entries()) canvas.text(line, left, top + ascent + index * size * leading);
      }),
  };
}

/** A name or title: on one line as large as may be, else smaller, else on lines of like length; never cut off. */
function fitted(
  text: string,
  style: Style,
  what: string,
  smallest: number,
  mostLines: number,
): { readonly lines: readonly Line[]; readonly size: number } {
  const sizes = [1, 0.9, 0.8, 0.7, 0.62, 0.54, 0.48, 0.42, 0.36]
    .map((part) => style.size * part)
    .filter((size) => size >= smallest);
  // One line may be a little smaller before two lines look better.
  for (const count of [1, ...Array.from({ length: mostLines - 1 }, (_, index) => index + 2)])
    for (const size of count === 1 ? sizes.slice(0, 4) : sizes) {
      const spans = [{ text, style: { ...style, size }, what }];
      const lines = setBalanced(spans, measure);
      if (lines.length <= count && lines.every(({ width }) => width <= measure)) return { lines, size };
    }
  throw new ParkError(`The ${called(what, text)} is too long for the certificate. Enter a shorter form.`);
}

/** The rows from the heading to the credits, at a density: 1 as intended, less where much must be said. */
export function mainRows(canvas: Canvas, kit: Look, wording: CertificateWording, density: number): readonly Row[] {
  const style = (
    faces: Style['faces'],
    size: number,
    color: string = kit.inks.ink,
    more: Partial<Style> = {},
  ): Style => ({
    faces,
    size: size * density,
    color,
    ...more,
  });
  const block = (
    role: Role,
    lines: readonly Line[],
    size: number,
    leading: number,
    gap: number,
    stretch: number,
  ): Row => blockRow(canvas, { role, lines, size, leading, gap: gap * density, stretch });
  const small = style(kit.serifItalic, 14, kit.inks.quiet, { features: ['onum', 'pnum'] });
  const plain = (text: string, what: string): readonly Line[] => setLines([{ text, style: small, what }], measure);
  const heading = fitted(wording.heading, style(kit.serif, 38, kit.inks.accent, { tracking: -4 }), 'heading', 24, 1);
  const name = fitted(wording.name, style(kit.serif, 40, kit.inks.ink, { tracking: -4 }), 'name', 10, 4);
  const title = fitted(wording.title, style(kit.serif, 21), 'title', 10, 4);
  return [
    block('H1', heading.lines, heading.size, 1, 26, 2),
    block('P', plain(wording.opening, 'opening'), small.size, 1.2, 26, 2),
    block('P', name.lines, name.size, 1.08, 13, 0.5),
    block('P', plain(wording.participation, 'format'), small.size, 1.2, 18, 0.5),
    block('P', title.lines, title.size, 1.18, 10, 0.5),
    block('P', plain(wording.occasion, 'location'), small.size, 1.2, 9, 0.3),
    ...wording.credits.flatMap((credit, index) => creditRows(canvas, kit, credit, density, index === 0)),
  ];
}

/** A sentence with the AMA's mark in italics (cme.md 1b), and the activity's number below it. */
function creditRows(
  canvas: Canvas,
  kit: Look,
  { sentence, activityNumber }: CreditLine,
  density: number,
  first: boolean,
): readonly Row[] {
  const size = 17 * density;
  const sign: Style = { faces: kit.sans, size, color: kit.inks.ink, oblique: true };
  const spans = runsOf(sentence).flatMap(({ text, italic }) =>
    // The serif's ™ is as large as its letters; the sans has one that stays in the background.
    text.split(/(?=™)|(?<=™)/).map((part): Span => {
      const letters = italic ? kit.serifItalic : kit.serif;
      return {
        text: part,
        what: 'credit',
        style: part === '™' ? sign : { faces: letters, size, color: kit.inks.ink },
      };
    }),
  );
  const row = blockRow(canvas, {
    role: 'P',
    lines: setLines(spans, measure),
    size,
    leading: 1.2,
    gap: (first ? 22 : 9) * density,
    stretch: first ? 1.5 : 0.2,
  });
  if (!activityNumber) return [row];
  const label: Style = { faces: kit.sans, size: Math.max(7.5, 8.5 * density), color: kit.inks.quiet };
  const lines = setLines(
    [{ text: `Activity number ${activityNumber}`, style: label, what: 'activity number' }],
    measure,
  );
  return [row, blockRow(canvas, { role: 'P', lines, size: label.size, leading: 1.2, gap: 6 * density, stretch: 0 })];
}
