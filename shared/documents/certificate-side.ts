import type { Color } from '../domain/color.ts';
import { ParkError } from '../ports.ts';
import { type Look, sealRadius } from './certificate-look.ts';
import { frame, sheet, statementsTooLong } from './certificate-theme.ts';
import type { CertificateWording } from './certificate-wording.ts';
import { addressLines } from './pdf/address-lines.ts';
import { rgb } from './pdf/artwork.ts';
import type { Canvas } from './pdf/canvas.ts';
import { qrModules, qrOperators } from './pdf/qr.ts';
import { type Line, type Style, setBalanced, setLines } from './pdf/typesetting.ts';

/** Paper that is not white is printed, so that the page looks alike on every screen and sheet. */
export function drawPaper(canvas: Canvas, paper: Color): void {
  if (paper === '#ffffff') return;
  canvas.artifact(() => canvas.paths(`${rgb(paper)} rg 0 0 ${sheet.width} ${sheet.height} re f`));
}

/** The engraved band at the left edge. */
export const drawBand = (canvas: Canvas, { band }: Look): void =>
  canvas.artifact(() => canvas.artwork(band, { x: frame.band.left, y: frame.top, scale: 1 }));

/** The seal at the upper right, its left edge in line with what stands below it: the provider's, else an engraved one. */
function drawSeal(canvas: Canvas, { rosettes, seal }: Look, radius: number, provider: string): void {
  if (seal) {
    const scale = (2 * radius) / Math.max(seal.width, seal.height);
    canvas.element('Figure', () => canvas.artwork(seal, { x: frame.side.left, y: frame.top, scale }), {
      alt: `Seal of ${provider}`,
    });
    return;
  }
  const at = { x: frame.side.left + radius, y: frame.top + radius, scale: radius / sealRadius };
  canvas.artifact(() => {
    for (const one of rosettes) canvas.artwork(one, at);
  });
}

const logoHeight = 44;

/** The provider's mark and name at the head; returns where the room below them begins. */
export function drawIssuer(canvas: Canvas, kit: Look, { provider, jointProvider }: CertificateWording): number {
  const { left, width } = frame.main;
  const { logo } = kit;
  const scale = logo ? Math.min(logoHeight / logo.height, 140 / logo.width) : 0;
  if (logo) {
    const y = frame.top + (logoHeight - logo.height * scale) / 2;
    canvas.element('Figure', () => canvas.artwork(logo, { x: left, y, scale }), { alt: `Logo of ${provider}` });
  }
  const x = left + (logo ? logo.width * scale + 12 : 0);
  const measure = left + width - x;
  const nameStyle: Style = { faces: kit.serif, size: 15, color: kit.inks.ink };
  const name = setLines([{ text: provider, style: nameStyle, what: 'provider' }], measure);
  const jointStyle: Style = { faces: kit.serifItalic, size: 11, color: kit.inks.quiet };
  const joint = jointProvider
    ? setLines([{ text: jointProvider, style: jointStyle, what: 'joint provider' }], measure)
    : [];
  const height = name.length * 17 + joint.length * 13;
  let y = frame.top + Math.max(0, (logoHeight - height) / 2);
  canvas.element('P', () => {
    for (const line of name) {
      canvas.text(line, x, y + 12.5);
      y += 17;
    }
  });
  if (joint.length > 0)
    canvas.element('P', () => {
      for (const line of joint) {
        canvas.text(line, x, y + 9.5);
        y += 13;
      }
    });
  return Math.max(frame.top + logoHeight, y);
}

const codeSize = 90;
const quiet = 4;
const sealGap = 36;
const smallestSeal = 20;
/** Three facts of 36 points, and the label of the code with its quiet zone. */
const factsHeight = 3 * 36 + 26;

/** Lines in which no word is wider than its column: numbers of certificates have letters by chance, and W is no I. */
function fitting(text: string, style: Style, what: string, measure: number): readonly Line[] {
  for (const size of [style.size, 10.5, 9.75, 9, 8.25, 7.5]) {
    const lines = setBalanced([{ text, style: { ...style, size }, what }], measure);
    if (lines.every(({ width }) => width <= measure)) return lines;
  }
  return setLines([{ text, style, what }], measure);
}

/**
 * The seal, then what is looked up: number, dates, and the way to check them, ending at `bottom`. Where long statements
 * leave less height, the seal gives way.
 * @throws ParkError when even a small seal finds no room.
 */
export function drawSide(
  canvas: Canvas,
  kit: Look,
  facts: {
    readonly wording: CertificateWording;
    readonly number: string;
    readonly verifyUrl: string;
    readonly bottom: number;
  },
): void {
  const { left, width } = frame.side;
  const { wording, number, verifyUrl, bottom } = facts;
  const labelStyle: Style = { faces: kit.sans, size: 7.5, color: kit.inks.quiet, tracking: 20 };
  const valueStyle: Style = { faces: kit.sans, size: 11, color: kit.inks.ink, spelt: true };
  const urlStyle: Style = { faces: kit.sans, size: 7.5, color: kit.inks.accent, spelt: true };
  const urlLines = addressLines(verifyUrl, urlStyle, width);
  const top = bottom - urlLines.length * 9.5 - 12 - codeSize;
  const start = Math.min(2 * sealRadius + sealGap, top - frame.top - factsHeight);
  if (start < smallestSeal * 2 + sealGap / 2) throw new ParkError(statementsTooLong);
  drawSeal(canvas, kit, Math.min(sealRadius, (start - sealGap / 2) / 2), wording.provider);
  let y = frame.top + start;
  const rows = (lines: readonly Line[], leading: number): void =>
    canvas.element('P', () => {
      for (const line of lines) {
        y += leading;
        canvas.text(line, left, y);
      }
    });
  for (const [label, value] of [
    ['Certificate number', number],
    ['Participated', wording.participatedOn],
    [wording.awardedLabel, wording.awardedOn],
  ] as const) {
    rows(setLines([{ text: label, style: labelStyle, what: 'label' }], width), 9);
    rows(fitting(value, valueStyle, label.toLowerCase(), width), 15);
    y += 12;
  }
  const modules = qrModules(verifyUrl);
  const module = codeSize / modules.length;
  canvas.element('P', () => {
    const lines = setLines([{ text: 'Check this certificate', style: labelStyle, what: 'label' }], width);
    for (const line of lines) canvas.text(line, left, top - quiet * module - 2);
  });
  canvas.element(
    'Figure',
    () => canvas.paths(`${rgb(kit.inks.ink)} rg\n${qrOperators(modules)}`, { x: left, y: top, scale: module }),
    { alt: `QR code that leads to ${verifyUrl}` },
  );
  const first = top + codeSize + 14;
  canvas.element(
    'Link',
    () => {
      for (const [index, line] of urlLines.entries()) canvas.text(line, left, first + index * 9.5);
    },
    {
      link: {
        uri: verifyUrl,
        box: [left, sheet.height - (first + urlLines.length * 9.5), left + width, sheet.height - (first - 9.5)],
      },
    },
  );
}
