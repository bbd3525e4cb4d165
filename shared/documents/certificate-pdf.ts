import { signatoriesOf } from '../domain/activity.ts';
import type { CertificateSnapshot } from '../domain/certificate.ts';
import type { Signatory, Theme } from '../domain/theme.ts';
import { ParkError } from '../ports.ts';
import type { CertificateAssets } from './certificate-assets.ts';
import { signatureBlock, statementBlock } from './certificate-foot.ts';
import { lookOf } from './certificate-look.ts';
import { mainRows } from './certificate-main.ts';
import { drawPreview } from './certificate-preview.ts';
import { drawBand, drawIssuer, drawPaper, drawSide } from './certificate-side.ts';
import { frame, previewTitle, sheet } from './certificate-theme.ts';
import { certificateWording } from './certificate-wording.ts';
import { Canvas } from './pdf/canvas.ts';
import { columnHeight, drawColumn } from './pdf/column.ts';
import { writeDocument } from './pdf/document.ts';
import { printable } from './pdf/printable.ts';
import type { SignatureFacts } from './signature/signature-place.ts';

// Sizes are tried from the intended down; below the last the page could no longer be read at arm's length.
const densities = [1, 0.94, 0.88, 0.82, 0.76, 0.7];

const signatory = ({ name, title }: Signatory): Signatory => ({
  name: printable(name, 'signatory'),
  title: printable(title, 'signatory’s title'),
});

/** Every text of the snapshot that is printed, made printable, so that all drawing works on the same clean words. */
function cleaned(snapshot: CertificateSnapshot): CertificateSnapshot {
  const { location, jointProvider, provider } = snapshot;
  return {
    ...snapshot,
    number: printable(snapshot.number, 'certificate number'),
    name: printable(snapshot.name, 'name'),
    title: printable(snapshot.title, 'title'),
    ...(location ? { location: printable(location, 'location') } : {}),
    ...(jointProvider ? { jointProvider: printable(jointProvider, 'joint provider') } : {}),
    provider: {
      ...provider,
      name: printable(provider.name, 'provider'),
      signatory: signatory(provider.signatory),
      ...(provider.cosignatories && { cosignatories: provider.cosignatories.map(signatory) }),
    },
    credits: snapshot.credits.map((credit) => ({
      ...credit,
      ...(credit.activityNumber ? { activityNumber: printable(credit.activityNumber, 'activity number') } : {}),
    })),
    statements: snapshot.statements.map((statement) => printable(statement, 'statement')),
    verifyUrl: printable(snapshot.verifyUrl, 'verification address'),
  };
}

/** What may be asked of a print beside what it says. */
export interface PrintingOptions {
  /** With these it has a place for a signature. */
  readonly signed?: SignatureFacts;
  /** The theme that the snapshot names the hash of; the plain look without one. */
  readonly theme?: Theme | undefined;
  /** Says all over the page that it is no certificate. */
  readonly preview?: true;
}

/**
 * Prints a certificate as a PDF of one letter page, landscape, tagged and shaped as PDF/A-1b. A function of its arguments
 * alone: the same snapshot, assets and theme give the same bytes, on any day and any machine (design, rule 5).
 * @throws ParkError, with a reason that staff can act on, when a text cannot be printed right or does not fit.
 */
export async function renderCertificatePdf(
  snapshot: CertificateSnapshot,
  assets: CertificateAssets,
  { signed, theme, preview }: PrintingOptions = {},
): Promise<Uint8Array> {
  const kit = lookOf(assets, theme);
  const facts = cleaned(snapshot);
  const wording = certificateWording(facts);
  const canvas = new Canvas(sheet.height);
  const statements = statementBlock(canvas, kit, facts.statements);
  const footTop = frame.bottom - statements.height;

  drawPaper(canvas, kit.inks.paper);
  if (preview) drawPreview(canvas, kit);
  drawBand(canvas, kit);
  const mainTop = drawIssuer(canvas, kit, wording);
  const signature = signatureBlock(canvas, kit, signatoriesOf(facts.provider));
  const signatureTop = footTop - statements.gap - signature.height;
  const room = signatureTop - signature.gap - mainTop;
  const rows = densities
    .map((density) => mainRows(canvas, kit, wording, density))
    .find((tried) => columnHeight(tried) <= room);
  if (!rows)
    throw new ParkError(
      'The certificate’s words do not fit on one page. Shorten the title or the statements that it prints.',
    );
  drawColumn(rows, mainTop, room, 64);
  signature.draw(signatureTop);
  drawSide(canvas, kit, {
    wording,
    number: facts.number,
    verifyUrl: facts.verifyUrl,
    bottom: footTop - statements.gap,
  });
  statements.draw(footTop);

  return writeDocument(
    canvas,
    sheet,
    {
      title: `${preview ? `${previewTitle}: ` : ''}${wording.heading}: ${wording.name}, ${wording.title}`,
      author: wording.provider,
      subject: `Certificate ${facts.number}`,
      language: 'en-US',
      createdAt: snapshot.awardedAt,
    },
    `${snapshot.certificateId}/${snapshot.version}`,
    signed,
  );
}
