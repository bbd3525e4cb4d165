import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../../infra/house/project-folder.ts';

const sources = {
  empty: 'empty',
  'the SDK in it': 'sdk-unused',
  'one row': 'sdk-one-row',
  usual: 'usual-stack',
  'pdf-lib': 'pdf-lib',
} as const;

/** Bundles the peers as CDK does by itself, minified ES modules without an alias of ours, and says where each is. */
export async function bundlePeers(folder: string): Promise<Readonly<Record<string, string>>> {
  await build({
    entryPoints: Object.values(sources).map((name) => join(import.meta.dirname, 'peers', `${name}.ts`)),
    ...{ outdir: folder, outExtension: { '.js': '.mjs' }, logLevel: 'warning' },
    ...{ bundle: true, minify: true, format: 'esm', platform: 'node', target: 'node24', legalComments: 'none' },
    mainFields: ['module', 'main'],
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
  });
  const font = join(projectFolder, 'node_modules', '@expo-google-fonts', 'source-sans-3', '400Regular');
  cpSync(join(font, 'SourceSans3_400Regular.ttf'), join(folder, 'font.ttf'));
  return Object.fromEntries(Object.entries(sources).map(([name, file]) => [name, join(folder, `${file}.mjs`)]));
}
