/** Builds everything, prints what each part weighs, and fails when one is over its budget. */
import { bundleFunctions, overBudget } from './bundle.ts';
import { heaviestScreen } from './house/site-scripts.ts';
import { build } from './local/build.ts';

/** What is waited for of script, whichever screen is opened first: on a phone in a hospital's network, and at a desk. */
const SITE_BUDGETS_BYTES = { learner: 20_000, admin: 60_000 } as const;
const siteNames = { learner: 'learner site', admin: 'staff’s console' } as const;

const kilobytes = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;

const { siteFolders } = await build({ log: (line) => console.error(line) });
const bundles = await bundleFunctions();
for (const [name, { bytes, laterBytes }] of Object.entries(bundles)) {
  const later = laterBytes > 0 ? `, and ${kilobytes(laterBytes)} that some routes read later` : '';
  console.log(`${name.padEnd(24)}${kilobytes(bytes).padStart(12)}${later}`);
}

const over = [...overBudget(bundles)];
for (const site of ['learner', 'admin'] as const) {
  const [name, budget] = [siteNames[site], SITE_BUDGETS_BYTES[site]];
  const { screen, bytes } = heaviestScreen(siteFolders[site]);
  console.log(`${`${name}, script`.padEnd(24)}${kilobytes(bytes).padStart(12)} gzipped, for ${screen}`);
  if (bytes > budget) over.push(`The script of the ${name} is over its ${kilobytes(budget)}`);
  // A build that left no script behind is none that anybody could use.
  if (bytes === 0) over.push(`The ${name} has no script`);
}
for (const line of over) console.error(line);
process.exitCode = over.length === 0 ? 0 : 1;
