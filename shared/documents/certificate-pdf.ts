import type { CertificateSnapshot } from '../domain/certificate.ts';
import type { Signatory, Theme } from '../domain/theme.ts';
import type { CertificateAssets } from './certificate-assets.ts';
import { lookOf } from './certificate-look.ts';
import { drawCertificate } from './certificate-page.ts';
import { certificateStock } from './certificate-stock.ts';
import { previewTitle, sheet } from './certificate-theme.ts';
import { certificateWording } from './certificate-wording.ts';
import { Canvas } from './pdf/canvas.ts';
import { writeDocument } from './pdf/document.ts';
import { printable } from './pdf/printable.ts';
import type { SignatureFacts } from './signature/signature-place.ts';

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
 * alone: the same snapshot, assets and theme give the same bytes, whatever was printed before (design, rule 5).
 * @throws ParkError, with a reason that staff can act on, when a text cannot be printed right or does not fit.
 */
export async function renderCertificatePdf(
  snapshot: CertificateSnapshot,
  assets: CertificateAssets,
  { signed, theme, preview }: PrintingOptions = {},
): Promise<Uint8Array> {
  const look = lookOf(assets, theme);
  const facts = cleaned(snapshot);
  const wording = certificateWording(facts);
  const stock = certificateStock(facts, look, assets);
  const canvas = new Canvas(sheet.height, stock);
  drawCertificate(canvas, look, { facts, wording, preview, feet: stock.feet });
  return writeDocument(
    canvas,
    {
      ...{ size: sheet, signed, presses: assets.presses },
      facts: {
        title: `${preview ? `${previewTitle}: ` : ''}${wording.heading}: ${wording.name}, ${wording.title}`,
        author: wording.provider,
        subject: `Certificate ${facts.number}`,
        language: 'en-US',
        createdAt: snapshot.awardedAt,
      },
      identifier: `${snapshot.certificateId}/${snapshot.version}`,
    },
    stock,
  );
}
