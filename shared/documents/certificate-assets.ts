import { type Face, lateFace, readFace } from './pdf/face.ts';
import { type HarfBuzz, startHarfBuzz } from './pdf/harfbuzz.ts';
import { shapedScripts } from './pdf/scripts.ts';

/** A font program that is read when a text first needs it, once. @throws when it was not shipped. */
type LateFont = () => Uint8Array;

/** What a certificate is printed with, as files: TrueType programs. The caller reads them. */
export interface CertificateAssets {
  readonly fonts: {
    readonly serif: Uint8Array;
    readonly serifMedium: Uint8Array;
    readonly serifItalic: Uint8Array;
    readonly sans: Uint8Array;
    readonly sansItalic: Uint8Array;
    readonly sansSemibold: Uint8Array;
    /** For letters that the faces above lack: more Latin, Greek and Cyrillic, Han and kana as three countries write them, Hangul. */
    readonly letters: LateFont;
    readonly china: LateFont;
    readonly taiwan: LateFont;
    readonly japan: LateFont;
    readonly korea: LateFont;
    /** The font program of a script with rules of its own, by the name that `scripts.ts` gives it. */
    readonly ofScript: (file: string) => Uint8Array;
  };
  /** HarfBuzz, as WebAssembly, which knows those rules. */
  readonly shaper: () => Uint8Array;
}

/** The same, read. Each list of faces begins with the one that is wanted. */
export interface PrintingKit {
  readonly serif: readonly Face[];
  readonly serifMedium: readonly Face[];
  readonly serifItalic: readonly Face[];
  readonly sans: readonly Face[];
  readonly sansItalic: readonly Face[];
  readonly sansSemibold: readonly Face[];
}

/** A face for each script with rules of its own; one shaper serves them all. */
function scriptFaces({ fonts, shaper }: CertificateAssets): readonly Face[] {
  let started: HarfBuzz | undefined;
  const harfBuzz = (): HarfBuzz => {
    started ??= startHarfBuzz(shaper());
    return started;
  };
  return shapedScripts.map((script) => lateFace(() => fonts.ofScript(script.font), { script, harfBuzz }));
}

// Reading fonts takes longer than printing with them. The cache goes with the assets that it belongs to.
const kits = new WeakMap<CertificateAssets, PrintingKit>();

/** Reads the fonts, once for each set of assets. @throws when a file is not what it should be. */
export function printingKit(assets: CertificateAssets): PrintingKit {
  const known = kits.get(assets);
  if (known) return known;
  const { fonts } = assets;
  const [serif, sans] = [readFace(fonts.serif), readFace(fonts.sans)];
  const fallbacks = [
    lateFace(fonts.letters),
    lateFace(fonts.china, { national: 'china' }),
    lateFace(fonts.taiwan, { national: 'taiwan' }),
    lateFace(fonts.japan, { national: 'japan' }),
    lateFace(fonts.korea),
    ...scriptFaces(assets),
  ];
  const kit: PrintingKit = {
    serif: [serif, ...fallbacks],
    serifMedium: [readFace(fonts.serifMedium), serif, ...fallbacks],
    serifItalic: [readFace(fonts.serifItalic), serif, ...fallbacks],
    sans: [sans, serif, ...fallbacks],
    sansItalic: [readFace(fonts.sansItalic), sans, serif, ...fallbacks],
    sansSemibold: [readFace(fonts.sansSemibold), sans, serif, ...fallbacks],
  };
  kits.set(assets, kit);
  return kit;
}
