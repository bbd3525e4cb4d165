/**
 * Proves that the tests of the rules and of the award code notice when those are changed: `npm run prove:mutations`, or some of
 * its parts: `-- rules changes ledger awards outbox corrections records`. `--fresh 1` runs Vitest anew for each mutant, which takes
 * fifty times as long, to see that the quick runner says the same.
 */
import { prove } from '../prove.ts';
import { proveMutations } from './prove-mutations.ts';

await prove(
  'mutations',
  { concurrency: 2, fresh: 0 },
  {
    rules: (asked) => proveMutations('rules', asked),
    changes: (asked) => proveMutations('changes', asked),
    ledger: (asked) => proveMutations('ledger', asked),
    awards: (asked) => proveMutations('awards', asked),
    outbox: (asked) => proveMutations('outbox', asked),
    corrections: (asked) => proveMutations('corrections', asked),
    records: (asked) => proveMutations('records', asked),
  },
);
