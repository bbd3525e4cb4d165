import { plainTheme, type Theme, type ThemeColors } from '../domain/theme.ts';
import { type CertificateAssets, type PrintingKit, printingKit } from './certificate-assets.ts';
import { type Artwork, artworkOf } from './pdf/artwork.ts';

/** What a certificate is printed with: the faces, and what the provider's theme brings. */
export interface Look extends PrintingKit {
  readonly inks: ThemeColors;
  readonly logo?: Artwork;
  readonly seal?: Artwork;
  /** In the order of the signatories. */
  readonly signatures: readonly (Artwork | undefined)[];
}

/** The faces with a theme; without one, the plain look. */
export function lookOf(assets: CertificateAssets, { colors, logo, seal, signatures }: Theme = plainTheme): Look {
  return {
    ...printingKit(assets),
    inks: colors,
    ...(logo && { logo: artworkOf(logo) }),
    ...(seal && { seal: artworkOf(seal) }),
    signatures: signatures.map((signature) => (signature ? artworkOf(signature) : undefined)),
  };
}
