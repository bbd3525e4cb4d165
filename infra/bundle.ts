import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildOptions, Metafile } from 'esbuild';
import { hashOfFiles } from './house/hash-of-files.ts';
import { leanPackages } from './house/lean-packages.ts';
import { leftOut } from './house/left-out.ts';
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
  'infra/house/left-out.ts',
  'infra/house/no-file-types.ts',
  'infra/house/node-modules.ts',
];

export interface Bundle {
  /** What a cold start reads: `index.mjs` and what it imports. */
  readonly bytes: number;
  /** What is read beside it when something asks for it first. */
  readonly laterBytes: number;
  /** The modules of `functions/` that it is made of, which say what it needs: `functions/adapters/ses-mailer.ts`. */
  readonly modules: readonly string[];
}
export type Bundles = Readonly<Record<string, Bundle>>;

/** The file of a function that Lambda reads first. */
const indexOf = (name: string, { outputs }: Metafile): string =>
  Object.keys(outputs).find((file) => file.endsWith(`/${name}/index.mjs`)) ?? '';

/** The files of a function's bundle: those that a cold start reads, and all that may be read. */
function filesOf(name: string, metafile: Metafile) {
  const { outputs } = metafile;
  const index = indexOf(name, metafile);
  const readBy = (kinds: readonly string[]): ReadonlySet<string> => {
    const files = new Set([index]);
    // A set is gone through with what is added on the way.
    for (const file of files)
      for (const { path, kind } of outputs[file]?.imports ?? [])
        if (path in outputs && kinds.includes(kind)) files.add(path);
    return files;
  };
  return { first: readBy(['import-statement']), all: readBy(['import-statement', 'dynamic-import']) };
}

function bundleOf(name: string, metafile: Metafile): Bundle {
  const { first, all } = filesOf(name, metafile);
  const outputs = (files: ReadonlySet<string>) => [...files].flatMap((file) => metafile.outputs[file] ?? []);
  const bytesOf = (files: ReadonlySet<string>) => outputs(files).reduce((sum, { bytes }) => sum + bytes, 0);
  const used = outputs(all).flatMap(({ inputs: parts }) =>
    Object.keys(parts).filter((module) => module.startsWith('functions/') && (parts[module]?.bytesInOutput ?? 0) > 0),
  );
  return { bytes: bytesOf(first), laterBytes: bytesOf(all) - bytesOf(first), modules: [...new Set(used)] };
}

/** The functions that read a part of themselves later: a module of `functions/` says `import()`. */
const readingLater = (names: readonly string[], metafile: Metafile): readonly string[] =>
  names.filter((name) =>
    Object.keys(metafile.outputs[indexOf(name, metafile)]?.inputs ?? {}).some(
      (module) =>
        module.startsWith('functions/') &&
        metafile.inputs[module]?.imports.some(({ kind }) => kind === 'dynamic-import'),
    ),
  );

const KIB = 1024;

/** A bundle is read whole at every cold start: half a second a megabyte is what a learner would wait. */
function budgetOf({ modules }: Bundle): number {
  // The step that prints certificates keeps them and signs them too.
  if (modules.includes('functions/adapters/certificate-printer.ts')) return 410 * KIB;
  // A step of the workflow that reaches the table alone.
  if (modules.includes('functions/step.ts') && !modules.includes('functions/adapters/ses-mailer.ts')) return 270 * KIB;
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
  plugins: [nodeModules, noFileTypes, leanPackages, leftOut],
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
  const written = async (names: readonly string[], { inParts = false } = {}): Promise<Metafile> => {
    const { metafile } = await build({
      absWorkingDir: projectFolder,
      entryPoints: names.map((name) => ({ in: functionSources[name] ?? '', out: `${name}/index` })),
      outdir: bundleFolder,
      outExtension: { '.js': '.mjs' },
      ...bundling,
      ...{ splitting: inParts, chunkNames: `${names[0]}/[name]-[hash]` },
      // Stacks in the log name our files and lines; their text is in the repository.
      sourcemap: 'linked',
      sourcesContent: false,
      metafile: true,
    });
    return metafile;
  };
  const names = Object.keys(functionSources);
  const whole = await written(names);
  // Each by itself, since files that functions share would be in neither's folder.
  const parted = await Promise.all(
    readingLater(names, whole).map(async (name) => [name, await written([name], { inParts: true })] as const),
  );
  // What the SDK would read in a browser alone is written as well, and read by nothing.
  for (const [name, metafile] of parted) {
    const { all } = filesOf(name, metafile);
    for (const file of Object.keys(metafile.outputs))
      if (!all.has(file.replace(/\.map$/, ''))) rmSync(join(projectFolder, file));
  }
  const metafiles = new Map(parted);
  const assets: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(projectFolder, assetList), 'utf8'));
  const bundles = Object.fromEntries(names.map((name) => [name, bundleOf(name, metafiles.get(name) ?? whole)]));
  const printing = Object.entries(bundles).filter(([, { modules }]) => modules.includes(printer));
  for (const [printed] of printing)
    for (const [name, file] of Object.entries(assets))
      cpSync(join(projectFolder, file), join(bundleFolder, printed, 'assets', name));
  for (const line of overBudget(bundles)) console.error(line);
  writeFileSync(stamp, JSON.stringify({ hash, bundles }));
  return bundles;
}
