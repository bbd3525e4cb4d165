import { readFile } from 'node:fs/promises';
import type { CertificateAssets } from '../../shared/documents/certificate-assets.ts';
import files from './files.json' with { type: 'json' };

/**
 * `files.json` names each file that a certificate is printed with, and where the checkout has it. A build copies them all
 * into the folder `assets` beside the bundle that renders certificates. The fonts are packages of the npm registry, under
 * the SIL Open Font License; logo and signature are the provider's, to be replaced.
 */
type AssetFile = keyof typeof files;

/** More Latin, Greek and Cyrillic; then Chinese and kana; then Hangul. */
const fallbacks: readonly AssetFile[] = [
  'NotoSerif_400Regular.ttf',
  'NotoSerifSC_400Regular.ttf',
  'NanumMyeongjo_400Regular.ttf',
];

// Beside a bundle first, then in the checkout, which this file lies two folders deep in.
const places = (file: AssetFile): readonly URL[] => [
  new URL(`./assets/${file}`, import.meta.url),
  new URL(`../../${files[file]}`, import.meta.url),
];

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

async function read(file: AssetFile): Promise<Buffer> {
  for (const place of places(file))
    try {
      return await readFile(place);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  throw new Error(`The certificate's file ${file} is missing; the build copies it into the folder "assets"`);
}

async function readAll(): Promise<CertificateAssets> {
  const [serif, serifMedium, serifItalic, sans, sansItalic, sansSemibold, logo, signature, more] = await Promise.all([
    read('EBGaramond_400Regular.ttf'),
    read('EBGaramond_500Medium.ttf'),
    read('EBGaramond_400Regular_Italic.ttf'),
    read('SourceSans3_400Regular.ttf'),
    read('SourceSans3_400Regular_Italic.ttf'),
    read('SourceSans3_600SemiBold.ttf'),
    read('logo.svg'),
    read('signature.svg'),
    Promise.all(fallbacks.map(read)),
  ]);
  return {
    fonts: { serif, serifMedium, serifItalic, sans, sansItalic, sansSemibold, fallbacks: more },
    logo: logo.toString('utf8'),
    signature: signature.toString('utf8'),
  };
}

let assets: Promise<CertificateAssets> | undefined;

/**
 * The certificate's fonts, logo and signature, read at the first call and kept.
 * @throws when a file was not shipped; the next call tries again.
 */
export function loadCertificateAssets(): Promise<CertificateAssets> {
  assets ??= readAll().catch((error: unknown) => {
    assets = undefined;
    throw error;
  });
  return assets;
}
