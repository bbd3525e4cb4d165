import { plainTheme, type Theme, type ThemeColors } from '../domain/theme.ts';
import { type CertificateAssets, type PrintingKit, printingKit } from './certificate-assets.ts';
import { frame } from './certificate-theme.ts';
import { type Artwork, artworkOf } from './pdf/artwork.ts';
import { band, rosette } from './pdf/engraving.ts';

/** What a certificate is printed with: the faces, and what the provider's theme brings. */
export interface Look extends PrintingKit {
  readonly inks: ThemeColors;
  /** At the left edge. */
  readonly band: Artwork;
  /** The engraved seal, of rosettes about one point; none where the provider has a seal. */
  readonly rosettes: readonly Artwork[];
  readonly logo?: Artwork;
  readonly seal?: Artwork;
  /** In the order of the signatories. */
  readonly signatures: readonly (Artwork | undefined)[];
}

export const sealRadius = 58;

// Drawing takes longer than printing what is drawn. A theme never changes: it is known by its hash.
const looks = new WeakMap<PrintingKit, WeakMap<Theme, Look>>();

/** The faces with a theme; without one, the plain look. The same theme has the same look, and the same drawings in it. */
export function lookOf(assets: CertificateAssets, theme: Theme = plainTheme): Look {
  const kit = printingKit(assets);
  const ofKit = looks.get(kit) ?? new WeakMap<Theme, Look>();
  looks.set(kit, ofKit);
  const look = ofKit.get(theme) ?? drawn(kit, theme);
  ofKit.set(theme, look);
  return look;
}

function drawn(kit: PrintingKit, { colors, logo, seal, signatures }: Theme): Look {
  const [engraving, accent] = [
    { color: colors.engraving, weight: 0.35 },
    { color: colors.accent, weight: 0.28 },
  ];
  return {
    ...kit,
    inks: colors,
    band: band({ ...engraving, width: frame.band.width, length: frame.bottom - frame.top, waves: 3, strands: 8 }),
    rosettes: seal
      ? []
      : [
          rosette({ ...engraving, inner: 34, outer: sealRadius, lobes: 18, strands: 7 }),
          rosette({ ...accent, inner: 5, outer: 33, lobes: 9, strands: 5 }),
        ],
    ...(logo && { logo: artworkOf(logo) }),
    ...(seal && { seal: artworkOf(seal) }),
    signatures: signatures.map((signature) => (signature ? artworkOf(signature) : undefined)),
  };
}
