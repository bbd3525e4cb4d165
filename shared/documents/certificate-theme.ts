import { plainTheme } from '../domain/theme.ts';

/** The certificate's measures, in points from the upper left of a letter sheet laid on its side. */
export const sheet = { width: 792, height: 612 };

export const frame = {
  top: 36,
  bottom: 576,
  /** The engraved band at the left. */
  band: { left: 36, width: 24 },
  /** The words. */
  main: { left: 96, width: 496 },
  /** Seal, number, code: what is looked up rather than read. */
  side: { left: 640, width: 116 },
};

/** The colours of documents that have no provider's theme. */
export const inks = plainTheme.colors;

/** Why a certificate is parked whose statements leave no room for the rest. */
export const statementsTooLong =
  'The statements do not fit on the certificate. Shorten them, or print fewer of them on it.';

/** What a preview says of itself, in the PDF and on the sheet. */
export const previewTitle = 'Preview – not a certificate';
