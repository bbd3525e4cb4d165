import { type Artwork, readArtwork } from './pdf/artwork.ts';
import { type Face, readFace } from './pdf/face.ts';

/** What a certificate is printed with, as files: TrueType programs and SVG drawings. The caller reads them. */
export interface CertificateAssets {
  readonly fonts: {
    readonly serif: Uint8Array;
    readonly serifMedium: Uint8Array;
    readonly serifItalic: Uint8Array;
    readonly sans: Uint8Array;
    readonly sansItalic: Uint8Array;
    readonly sansSemibold: Uint8Array;
    /** For letters that the faces above lack, in the order in which they are tried. */
    readonly fallbacks: readonly Uint8Array[];
  };
  /** The provider's mark, as SVG. */
  readonly logo: string;
  /** The signatory's signature, as SVG. */
  readonly signature: string;
}

/** The same, read. Each list of faces begins with the one that is wanted. */
export interface PrintingKit {
  readonly serif: readonly Face[];
  readonly serifMedium: readonly Face[];
  readonly serifItalic: readonly Face[];
  readonly sans: readonly Face[];
  readonly sansItalic: readonly Face[];
  readonly sansSemibold: readonly Face[];
  readonly logo: Artwork;
  readonly signature: Artwork;
}

// Reading fonts takes longer than printing with them. The cache goes with the assets that it belongs to.
const kits = new WeakMap<CertificateAssets, PrintingKit>();

/** Reads the fonts and drawings, once for each set of assets. @throws when a file is not what it should be. */
export function printingKit(assets: CertificateAssets): PrintingKit {
  const known = kits.get(assets);
  if (known) return known;
  const { fonts } = assets;
  const [serif, sans] = [readFace(fonts.serif), readFace(fonts.sans)];
  const fallbacks = fonts.fallbacks.map(readFace);
  const kit: PrintingKit = {
    serif: [serif, ...fallbacks],
    serifMedium: [readFace(fonts.serifMedium), serif, ...fallbacks],
    serifItalic: [readFace(fonts.serifItalic), serif, ...fallbacks],
    sans: [sans, serif, ...fallbacks],
    sansItalic: [readFace(fonts.sansItalic), sans, serif, ...fallbacks],
    sansSemibold: [readFace(fonts.sansSemibold), sans, serif, ...fallbacks],
    logo: readArtwork(assets.logo),
    signature: readArtwork(assets.signature),
  };
  kits.set(assets, kit);
  return kit;
}
