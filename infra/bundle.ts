import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';
import { hashOfFiles } from './house/hash-of-files.ts';
import { leanPackages } from './house/lean-packages.ts';
import { noFileTypes } from './house/no-file-types.ts';
import { nodeModules } from './house/node-modules.ts';
import { projectFolder } from './house/project-folder.ts';

/** Where the bundles are; `{name}/index.mjs` exports `handler`. */
export const bundleFolder = join(projectFolder, 'dist', 'functions');

/** Names the files that documents are printed with, and where the checkout has each. */
const assetList = 'functions/assets/files.json';
const printer = 'functions/assets/index.ts';

/** What a function is made of: when none of it changed, neither did the bundles. */
const inputs = [
  'functions/**/*',
  'shared/**/*',
  'package-lock.json',
  'infra/bundle.ts',
  'infra/functions.ts',
  'infra/house/lean-packages.ts',
  'infra/house/no-file-types.ts',
  'infra/house/node-modules.ts',
];

export interface Bundle {
  readonly bytes: number;
  /** The modules of `functions/` that it is made of, which say what it needs: `functions/adapters/ses-mailer.ts`. */
  readonly modules: readonly string[];
}
export type Bundles = Readonly<Record<string, Bundle>>;

function bundlesIn({ outputs }: Metafile): Bundles {
  return Object.fromEntries(
    Object.entries(outputs)
      .filter(([file]) => file.endsWith('.mjs'))
      .map(([file, { bytes, inputs: parts }]) => {
        const used = Object.entries(parts).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
        const modules = used.map(([module]) => module).filter((module) => module.startsWith('functions/'));
        return [basename(dirname(file)), { bytes, modules }];
      }),
  );
}

const KIB = 1024;

/** A bundle is read whole at every cold start: half a second a megabyte is what a learner would wait. */
function budgetOf({ modules }: Bundle): number {
  if (modules.includes(printer)) return 450 * KIB;
  // Staff's own: nobody waits for it in a lecture hall, and it is warm after the first click. WebAuthn reads X.509 and ASN.1.
  if (modules.includes('functions/serving.ts')) return 730 * KIB;
  // An SDK client of its own that speaks XML.
  if (modules.includes('functions/adapters/s3-documents.ts')) return 405 * KIB;
  return 360 * KIB;
}

/** A line for each bundle that is larger than it may be. */
export const overBudget = (bundles: Bundles): string[] =>
  Object.entries(bundles)
    .map(([name, bundle]) => ({ name, bytes: bundle.bytes, budget: budgetOf(bundle) }))
    .filter(({ bytes, budget }) => bytes > budget)
    .map(({ name, bytes, budget }) => `${name} is ${Math.ceil(bytes / KIB)} KiB, over its ${budget / KIB} KiB`);

/** How a function becomes one file. */
export const bundling = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  minify: true,
  // ES modules first, of which only what is used is kept.
  mainFields: ['module', 'main'],
  alias: {
    '@aws-sdk/credential-provider-node': './functions/adapters/environment-credentials.ts',
    '@aws-sdk/middleware-endpoint-discovery': './functions/adapters/no-endpoint-discovery.ts',
    '@smithy/core/event-streams': './functions/adapters/no-event-streams.ts',
  },
  plugins: [nodeModules, noFileTypes, leanPackages],
  legalComments: 'none',
  // Some CommonJS dependencies of the SDK and of nodemailer call require.
  banner: { js: "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);" },
  logLevel: 'warning',
} satisfies BuildOptions;

/**
 * Bundles every function in one call of esbuild, for AWS and for one machine alike, so that what is tried here is what
 * is deployed (ADR: one bundle). Does nothing when nothing changed.
 */
export async function bundleFunctions(): Promise<Bundles> {
  const stamp = join(bundleFolder, 'stamp.json');
  const hash = hashOfFiles(projectFolder, inputs);
  const known = existsSync(stamp) ? JSON.parse(readFileSync(stamp, 'utf8')) : undefined;
  if (known?.hash === hash) return known.bundles;

  // Loaded only when there is something to bundle: together they take half a second.
  const [{ build }, { functionSources }] = await Promise.all([import('esbuild'), import('./functions.ts')]);
  rmSync(bundleFolder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: Object.entries(functionSources).map(([name, file]) => ({ in: file, out: `${name}/index` })),
    outdir: bundleFolder,
    outExtension: { '.js': '.mjs' },
    ...bundling,
    // Stacks in the log name our files and lines; their text is in the repository.
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
  });
  const assets: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(projectFolder, assetList), 'utf8'));
  const bundles = bundlesIn(metafile);
  const printing = Object.entries(bundles).filter(([, { modules }]) => modules.includes(printer));
  for (const [printed] of printing)
    for (const [name, file] of Object.entries(assets))
      cpSync(join(projectFolder, file), join(bundleFolder, printed, 'assets', name));
  for (const line of overBudget(bundles)) console.error(line);
  writeFileSync(stamp, JSON.stringify({ hash, bundles }));
  return bundles;
}
