import { signatoriesOf } from '../domain/activity.ts';
import type { CertificateSnapshot } from '../domain/certificate.ts';
import { runsOf } from '../domain/run.ts';
import type { Signatory } from '../domain/theme.ts';
import { ParkError } from '../ports.ts';
import type { Look } from './certificate-look.ts';
import { frame, statementsTooLong } from './certificate-theme.ts';
import type { Canvas } from './pdf/canvas.ts';
import { type Line, type Style, setLines } from './pdf/typesetting.ts';

/** Something of a known height, the same for many certificates, that is drawn on each with its top at y. */
export interface Foot {
  readonly height: number;
  readonly gap: number;
  draw(canvas: Canvas, top: number): void;
}

/** What stands below what a certificate says. */
export interface Feet {
  readonly signature: Foot;
  readonly statements: Foot;
}

/** Sets what stands below. @throws ParkError when it is too long. */
export const feetOf = (look: Look, { provider, statements }: CertificateSnapshot): Feet => ({
  signature: signatureBlock(look, signatoriesOf(provider)),
  statements: statementBlock(look, statements),
});

const signatureHeight = 40;
const ruleWidth = 216;
const signatoryGap = 22;

/** The signatures above their rules, side by side, each with who signs and as what. */
function signatureBlock(kit: Look, signatories: readonly Signatory[]): Foot {
  const { left, width: full } = frame.main;
  const column = (full - (signatories.length - 1) * signatoryGap) / signatories.length;
  const width = signatories.length === 1 ? full : column;
  const rule = Math.min(ruleWidth, column);
  const set = (name: string, size: number): readonly Line[] => {
    const style: Style = { faces: kit.serif, size, color: kit.inks.ink };
    return setLines([{ text: name, style, what: 'signatory' }], width);
  };
  // A name had better be a little smaller than be broken.
  const size = [12, 11.25, 10.5].find((tried) => signatories.every(({ name }) => set(name, tried).length === 1)) ?? 12;
  const titleStyle: Style = { faces: kit.sans, size: 8.5, color: kit.inks.quiet };
  const columns = signatories.map(({ name, title }, index) => ({
    name,
    x: left + index * (column + signatoryGap),
    image: kit.signatures[index],
    who: set(name, size),
    role: setLines([{ text: title, style: titleStyle, what: 'signatory’s title' }], width),
  }));
  // Where nobody's signature is printed, there is none to leave room for.
  const above = columns.some(({ image }) => image) ? signatureHeight : 12;
  return {
    height: above + 5 + Math.max(...columns.map(({ who, role }) => who.length * 14 + role.length * 11)),
    gap: 20,
    draw(canvas, top) {
      const base = top + above;
      for (const { name, x, image, who, role } of columns) {
        if (image) {
          const scale = Math.min(signatureHeight / image.height, (rule - 24) / image.width);
          // Ink runs a little below its rule, as it does on paper.
          const y = base + 5 - image.height * scale;
          canvas.element('Figure', () => canvas.artwork(image, { x: x + 8, y, scale }), {
            alt: `Signature of ${name}`,
          });
        }
        canvas.artifact(() => canvas.rule(x, base, rule, kit.inks.ink, 0.5));
        canvas.element('P', () => {
          for (const [index, line] of who.entries()) canvas.text(line, x, base + 16 + index * 14);
        });
        canvas.element('P', () => {
          for (const [index, line] of role.entries()) canvas.text(line, x, base + 14 + who.length * 14 + index * 11);
        });
      }
    },
  };
}

const columnGap = 24;
const mostHeight = 170;

/** The statements, in two columns when there is more than a line or two; never below 7.5 points (cme.md 1b wants them read). */
function statementBlock(kit: Look, statements: readonly string[]): Foot {
  const full = frame.side.left + frame.side.width - frame.main.left;
  if (statements.length === 0) return { height: 0, gap: 0, draw: () => undefined };
  for (const size of [8.25, 7.5]) {
    const measure = (full - columnGap) / 2;
    const leading = size * 1.3;
    const set = statements.map((text) =>
      setLines(
        runsOf(text).map(({ text: run, italic }) => ({
          text: run,
          what: 'statement',
          style: { faces: kit.sans, size, color: kit.inks.quiet, ...(italic && { oblique: true }) },
        })),
        measure,
      ),
    );
    const between = size * 0.55;
    const split = bestSplit(set, leading, between);
    const height = 12 + split.height;
    if (height <= mostHeight)
      return {
        height,
        gap: 20,
        draw(canvas, top) {
          canvas.artifact(() => canvas.rule(frame.main.left, top, full, kit.inks.hairline, 0.5));
          let [x, y, line] = [frame.main.left, top + 12 + size * 0.8, 0];
          for (const [index, lines] of set.entries()) {
            canvas.element('P', () => {
              for (const one of lines) {
                if (line === split.at) [x, y] = [frame.main.left + measure + columnGap, top + 12 + size * 0.8];
                canvas.text(one, x, y);
                y += leading;
                line += 1;
              }
            });
            if (index < set.length - 1) y += between;
          }
        },
      };
  }
  throw new ParkError(statementsTooLong);
}

/** Where the second column begins (a line's number) so that the taller column is as short as may be. */
function bestSplit(
  paragraphs: readonly (readonly Line[])[],
  leading: number,
  between: number,
): { readonly at: number; readonly height: number } {
  const total = paragraphs.reduce((sum, lines) => sum + lines.length, 0);
  const heightOf = (from: number, to: number): number => {
    let [seen, height, parts] = [0, 0, 0];
    for (const { length } of paragraphs) {
      const inside = Math.max(0, Math.min(to, seen + length) - Math.max(from, seen));
      if (inside > 0) parts += 1;
      height += inside * leading;
      seen += length;
    }
    return height + Math.max(0, parts - 1) * between;
  };
  // Paragraphs stay whole where that costs less than two lines; else the column breaks inside one.
  const starts = new Set<number>();
  let sum = 0;
  for (const { length } of paragraphs) {
    sum += length;
    starts.add(sum);
  }
  const tries = [...Array(total).keys()].map((index) => {
    const at = index + 1;
    const height = Math.max(heightOf(0, at), heightOf(at, total));
    return { at, height, cost: height + (starts.has(at) ? 0 : 2 * leading) };
  });
  const best = tries.reduce((least, one) => (one.cost < least.cost ? one : least));
  return best;
}
