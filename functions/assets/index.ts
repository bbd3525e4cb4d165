import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { constants, deflateRawSync, deflateSync } from 'node:zlib';
import type { CertificateAssets } from '../../shared/documents/certificate-assets.ts';
import type { Press } from '../../shared/documents/pdf/press.ts';
import files from './files.json' with { type: 'json' };

/**
 * `files.json` names each file that documents are printed with, and where the checkout has it. A build copies them all into
 * the folder `assets` beside each bundle that prints. The fonts are packages of the npm registry, under the SIL Open Font
 * License 1.1, which lets documents embed them; HarfBuzz is under the MIT license.
 */
type AssetFile = keyof typeof files;

// Beside a bundle first, then in the checkout, which this file lies two folders deep in.
const places = (file: AssetFile): readonly URL[] => [
  new URL(`./assets/${file}`, import.meta.url),
  new URL(`../../${files[file]}`, import.meta.url),
];

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

const missing = (file: string): Error =>
  new Error(`The certificate's file ${file} is missing; the build copies it into the folder "assets"`);

async function read(file: AssetFile): Promise<Buffer> {
  for (const place of places(file))
    try {
      return await readFile(place);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  throw missing(file);
}

/** The same, for what most certificates never need: in the midst of setting a text, which waits for nothing. */
function readLate(file: AssetFile): Buffer {
  for (const place of places(file))
    try {
      return readFileSync(place);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  throw missing(file);
}

const isAsset = (file: string): file is AssetFile => file in files;

function readScript(file: string): Buffer {
  if (!isAsset(file)) throw missing(file);
  return readLate(file);
}

// zlib makes its memory ready anew for each stream, which takes longer than pressing a small one: ours have some kilobytes.
const smallStreams = { windowBits: 14, memLevel: 7, chunkSize: 4_096 };

const pressAt = (level: number): Press => ({
  whole: (bytes) => deflateSync(bytes, { ...smallStreams, level }),
  part: (bytes) => deflateRawSync(bytes, { ...smallStreams, level, finishFlush: constants.Z_SYNC_FLUSH }),
});

async function readAll(): Promise<CertificateAssets> {
  const [serif, serifItalic, sans] = await Promise.all([
    read('EBGaramond_500Medium.ttf'),
    read('EBGaramond_400Regular_Italic.ttf'),
    read('SourceSans3_400Regular.ttf'),
  ]);
  return {
    fonts: {
      ...{ serif, serifItalic, sans },
      sansSemibold: () => readLate('SourceSans3_600SemiBold.ttf'),
      letters: () => readLate('NotoSerif_400Regular.ttf'),
      china: () => readLate('NotoSerifSC_400Regular.ttf'),
      taiwan: () => readLate('NotoSerifTC_400Regular.ttf'),
      japan: () => readLate('NotoSerifJP_400Regular.ttf'),
      korea: () => readLate('NanumMyeongjo_400Regular.ttf'),
      ofScript: readScript,
    },
    shaper: () => readLate('harfbuzz.wasm'),
    // The fourth level takes a page two thirds of the time of the usual one, and a twelfth more room; the ninth, which others wait for once, is the smallest.
    presses: { quick: pressAt(4), small: pressAt(9) },
  };
}

let assets: Promise<CertificateAssets> | undefined;

/**
 * The certificate's fonts, read at the first call and kept; fonts of other scripts when a text needs them.
 * @throws when a file was not shipped; the next call tries again.
 */
export function loadCertificateAssets(): Promise<CertificateAssets> {
  assets ??= readAll().catch((error: unknown) => {
    assets = undefined;
    throw error;
  });
  return assets;
}
