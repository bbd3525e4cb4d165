/**
 * Proves that the tests of the rules and of the award code notice when those are changed: `npm run prove:mutations`, or some of
 * its parts: `-- rules changes ledger awards records`.
 */
import { prove } from '../prove.ts';
import { type Mutated, mutated } from './mutated-files.ts';
import { proveMutations } from './prove-mutations.ts';

await prove(
  'mutations',
  { concurrency: 2 },
  Object.fromEntries(
    (Object.keys(mutated) as Mutated[]).map((part) => [part, ({ concurrency }) => proveMutations(part, concurrency)]),
  ),
);
