import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleFolder, bundleFunctions } from '../bundle.ts';
import { currentCommit } from '../house/commit.ts';
import { fingerprintOfFolders } from '../house/fingerprint.ts';
import { hashOfFiles } from '../house/hash-of-files.ts';
import { projectFolder, siteFolders } from '../house/project-folder.ts';
import { type Synthesis, synthesize } from '../synth.ts';
import type { Built } from './built.ts';
import { deploy } from './deployment.ts';

const siteInputs = [
  ...['web/**/*', 'shared/api/**/*', 'shared/domain/**/*', 'package-lock.json'],
  'infra/house/site-build.ts',
];

/** Builds the learner site and the staff’s console, unless nothing that they are made of changed. */
export async function buildSites(): Promise<void> {
  const stamp = join(projectFolder, 'dist', 'web', 'sites.stamp');
  const hash = hashOfFiles(projectFolder, siteInputs);
  const built = Object.values(siteFolders).every((folder) => existsSync(join(folder, 'index.html')));
  if (built && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  // Loaded only when there is something to build: it takes a third of a second.
  const { build: buildSite } = await import('vite');
  // A test runner's environment would make it a site for developers, half as large again.
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    for (const site of Object.keys(siteFolders))
      await buildSite({ configFile: join(projectFolder, 'web', site, 'vite.config.ts'), logLevel: 'warn' });
    await buildCheckScript();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
  writeFileSync(stamp, hash);
}

/** The script of the public page that checks a PDF, beside the learner's and under a name that the page knows. */
async function buildCheckScript(): Promise<void> {
  const { build: bundle } = await import('esbuild');
  await bundle({
    entryPoints: [join(projectFolder, 'web', 'verification', 'check-pdf.ts')],
    outdir: siteFolders.learner,
    ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', logLevel: 'warning' },
  });
}

/** All that goes into a build, and what says that one was made: when none of it was touched, nothing is to be built. */
const touched = {
  folders: ['functions', 'infra', 'shared', 'web'],
  files: ['cdk.json', 'package-lock.json', 'dist/functions/stamp.json', 'dist/web/sites.stamp'],
};
const lastBuild = join(projectFolder, '.cache', 'built.json');

/** What was built last, if nothing was touched since. It takes a sixth of the time that comparing contents does. */
function builtBefore(): Synthesis | undefined {
  if (!existsSync(lastBuild)) return undefined;
  const { fingerprint, synthesis } = JSON.parse(readFileSync(lastBuild, 'utf8'));
  return fingerprint === fingerprintOfFolders(projectFolder, touched) ? synthesis : undefined;
}

function keepBuild(synthesis: Synthesis): void {
  mkdirSync(join(projectFolder, '.cache'), { recursive: true });
  // Renamed into place, so that two who build at once never read half a file.
  const whole = `${lastBuild}.${process.pid}`;
  writeFileSync(whole, JSON.stringify({ fingerprint: fingerprintOfFolders(projectFolder, touched), synthesis }));
  renameSync(whole, lastBuild);
}

/** Refuses a workflow that the engine of one machine cannot run, once for each template rather than at each start. */
async function checkWorkflow(built: Built): Promise<void> {
  const { createMachine } = await import('./parts/step-functions/engine.ts');
  const { workflowDefinition } = deploy(built, { table: 'table', bucket: 'bucket', site: 'http://localhost' });
  createMachine(workflowDefinition, () => Promise.reject(new Error('only checked')));
}

/** Builds what changed: functions, site and template. Says each step before it, since the first time takes a while. */
export async function build({ log }: { readonly log: (line: string) => void }): Promise<Built> {
  const commit = currentCommit();
  const known = builtBefore();
  if (known) return { synthesis: known, bundleFolder, siteFolders, commit };
  const step = async <Result>(name: string, doing: () => Promise<Result>): Promise<Result> => {
    // Nothing is said of a step that finds its work done, which takes a few milliseconds.
    const saying = setTimeout(() => log(`${name}…`), 250);
    try {
      return await doing();
    } finally {
      clearTimeout(saying);
    }
  };
  await step('Bundling the functions', bundleFunctions);
  await step('Building the sites', buildSites);
  const synthesis = await step('Synthesising the template', synthesize);
  const built = { synthesis, bundleFolder, siteFolders, commit };
  await checkWorkflow(built);
  keepBuild(synthesis);
  return built;
}
