/** Builds everything, prints what each part weighs, and fails when one is over its budget. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleFunctions, overBudget } from './bundle.ts';
import { build } from './local/build.ts';

/** All that a phone on a hospital's network ever loads of script. */
const SITE_BUDGET_BYTES = 25_000;

/** All JavaScript of a site as it travels, in bytes; the page that checks a PDF has its own, beside it. */
const scriptBytes = (folder: string): number =>
  globSync('assets/**/*.js', { cwd: folder })
    .map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length)
    .reduce((sum, bytes) => sum + bytes, 0);

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

const { siteFolder } = await build({ log: (line) => console.error(line) });
const bundles = await bundleFunctions();
const script = scriptBytes(siteFolder);
for (const [name, { bytes }] of Object.entries(bundles))
  console.log(`${name.padEnd(24)}${kilobytes(bytes).padStart(12)}`);
console.log(`${'learner site, script'.padEnd(24)}${kilobytes(script).padStart(12)} gzipped`);

const over = [
  ...overBudget(bundles),
  ...(script > SITE_BUDGET_BYTES ? [`The learner site’s script is over its ${kilobytes(SITE_BUDGET_BYTES)}`] : []),
  // A build that left no script behind is none that anybody could use.
  ...(script === 0 ? ['The learner site has no script'] : []),
];
for (const line of over) console.error(line);
process.exitCode = over.length === 0 ? 0 : 1;
