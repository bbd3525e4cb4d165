import type { CertificateSnapshot } from '../domain/certificate.ts';
import { ParkError } from '../ports.ts';
import { type Feet, feetOf } from './certificate-foot.ts';
import type { Look } from './certificate-look.ts';
import { mainRows } from './certificate-main.ts';
import { drawPreview } from './certificate-preview.ts';
import { drawBand, drawIssuer, drawPaper, drawSide } from './certificate-side.ts';
import { frame } from './certificate-theme.ts';
import type { CertificateWording } from './certificate-wording.ts';
import type { Canvas } from './pdf/canvas.ts';
import { columnHeight, drawColumn, type Row } from './pdf/column.ts';

// Sizes are tried from the intended down; below the last the page could no longer be read at arm's length.
const densities = [1, 0.94, 0.88, 0.82, 0.76, 0.7];

/** The rows at the first density at which they fit. */
function fittingRows(rowsAt: (density: number) => readonly Row[], room: number): readonly Row[] | undefined {
  for (const density of densities) {
    const rows = rowsAt(density);
    if (columnHeight(rows) <= room) return rows;
  }
  return undefined;
}

/** What a certificate's page says. */
interface Said {
  readonly facts: CertificateSnapshot;
  readonly wording: CertificateWording;
  readonly preview?: true | undefined;
  /** What stands below, where it was set before. */
  readonly feet?: Feet;
}

/** Draws the page of a certificate, in the order in which it is read. @throws ParkError when it does not fit. */
export function drawCertificate(canvas: Canvas, look: Look, { facts, wording, preview, feet }: Said): void {
  const { signature, statements } = feet ?? feetOf(look, facts);
  const footTop = frame.bottom - statements.height;
  drawPaper(canvas, look.inks.paper);
  if (preview) drawPreview(canvas, look);
  drawBand(canvas, look);
  const mainTop = drawIssuer(canvas, look, wording);
  const signatureTop = footTop - statements.gap - signature.height;
  const room = signatureTop - signature.gap - mainTop;
  const rows = fittingRows((density) => mainRows(canvas, look, wording, density), room);
  if (!rows)
    throw new ParkError(
      'The certificate’s words do not fit on one page. Shorten the title or the statements that it prints.',
    );
  drawColumn(rows, mainTop, room, 64);
  signature.draw(canvas, signatureTop);
  drawSide(canvas, look, {
    wording,
    number: facts.number,
    verifyUrl: facts.verifyUrl,
    bottom: footTop - statements.gap,
  });
  canvas.common('statements', () => statements.draw(canvas, footTop));
}
