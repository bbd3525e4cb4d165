import { type Face, faceOf } from './pdf/face.ts';
import { type HarfBuzz, startHarfBuzz } from './pdf/harfbuzz.ts';
import type { Presses } from './pdf/press.ts';
import { shapedScripts } from './pdf/scripts.ts';

/** A file that is read when a text first needs it. @throws when it was not shipped. */
type LateFile = () => Uint8Array;

/** What a certificate is printed with: files, which the caller reads, and the machine's own way to press bytes together. */
export interface CertificateAssets {
  readonly fonts: {
    readonly serif: Uint8Array;
    readonly serifItalic: Uint8Array;
    readonly sans: Uint8Array;
    /** For what stands out in the tables of transcripts. */
    readonly sansSemibold: LateFile;
    /** For letters that the faces above lack: more Latin, Greek and Cyrillic, Han and kana as three countries write them, Hangul. */
    readonly letters: LateFile;
    readonly china: LateFile;
    readonly taiwan: LateFile;
    readonly japan: LateFile;
    readonly korea: LateFile;
    /** The font program of a script with rules of its own, by the name that `scripts.ts` gives it. */
    readonly ofScript: (file: string) => Uint8Array;
  };
  /** HarfBuzz, as WebAssembly, which sets letters by the rules of their script and font. */
  readonly shaper: LateFile;
  readonly presses: Presses;
}

/** The same, read. Each list of faces begins with the one that is wanted. */
export interface PrintingKit {
  readonly serif: readonly Face[];
  readonly serifItalic: readonly Face[];
  readonly sans: readonly Face[];
  readonly sansSemibold: readonly Face[];
}

// Reading fonts takes longer than printing with them. The cache goes with the assets that it belongs to.
const kits = new WeakMap<CertificateAssets, PrintingKit>();

/** Reads the fonts, once for each set of assets. @throws when a file is not what it should be. */
export function printingKit(assets: CertificateAssets): PrintingKit {
  const known = kits.get(assets);
  if (known) return known;
  const { fonts, shaper } = assets;
  let started: HarfBuzz | undefined;
  const harfBuzz = (): HarfBuzz => {
    started ??= startHarfBuzz(shaper());
    return started;
  };
  const face = (program: LateFile, about?: Pick<Face, 'script' | 'national'>): Face => faceOf(program, harfBuzz, about);
  const [serif, sans] = [face(() => fonts.serif), face(() => fonts.sans)];
  const fallbacks = [
    face(fonts.letters),
    face(fonts.china, { national: 'china' }),
    face(fonts.taiwan, { national: 'taiwan' }),
    face(fonts.japan, { national: 'japan' }),
    face(fonts.korea),
    ...shapedScripts.map((script) => face(() => fonts.ofScript(script.font), { script })),
  ];
  const kit: PrintingKit = {
    serif: [serif, ...fallbacks],
    serifItalic: [face(() => fonts.serifItalic), serif, ...fallbacks],
    sans: [sans, serif, ...fallbacks],
    sansSemibold: [face(fonts.sansSemibold), sans, serif, ...fallbacks],
  };
  kits.set(assets, kit);
  return kit;
}
