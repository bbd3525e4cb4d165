/** Builds everything, prints what each part weighs, and fails when one is over its budget. */
import { bundleFunctions, overBudget } from './bundle.ts';
import { heaviestScreen } from './house/site-scripts.ts';
import { build } from './local/build.ts';

/** What a phone on a hospital's network waits for of script, whichever screen it opens first. */
const SITE_BUDGET_BYTES = 25_000;

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

const { siteFolder } = await build({ log: (line) => console.error(line) });
const bundles = await bundleFunctions();
const { screen, bytes: script } = heaviestScreen(siteFolder);
for (const [name, { bytes }] of Object.entries(bundles))
  console.log(`${name.padEnd(24)}${kilobytes(bytes).padStart(12)}`);
console.log(`${'learner site, script'.padEnd(24)}${kilobytes(script).padStart(12)} gzipped, for ${screen}`);

const over = [
  ...overBudget(bundles),
  ...(script > SITE_BUDGET_BYTES ? [`The learner site’s script is over its ${kilobytes(SITE_BUDGET_BYTES)}`] : []),
  // A build that left no script behind is none that anybody could use.
  ...(script === 0 ? ['The learner site has no script'] : []),
];
for (const line of over) console.error(line);
process.exitCode = over.length === 0 ? 0 : 1;
