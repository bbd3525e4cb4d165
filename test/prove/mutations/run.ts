/**
 * Proves that the tests of the rules and of the award code notice when those are changed: `npm run prove:mutations`, or some of
 * its parts: `-- rules changes ledger awards records`. `--fresh 1` runs Vitest anew for each mutant, which takes fifty times as long,
 * to see that the quick runner says the same.
 */
import { prove } from '../prove.ts';
import { type Mutated, mutated } from './mutated-files.ts';
import { proveMutations } from './prove-mutations.ts';

await prove(
  'mutations',
  { concurrency: 2, fresh: 0 },
  Object.fromEntries((Object.keys(mutated) as Mutated[]).map((part) => [part, (asked) => proveMutations(part, asked)])),
);
