/**
 * Proves that the tests of the rules and of the award code notice when those are changed: `npm run prove:mutations`, or one
 * of its proofs, `rules` and `awards`.
 */
import { prove } from '../prove.ts';
import { proveMutations } from './prove-mutations.ts';

await prove(
  'mutations',
  { concurrency: 2 },
  {
    rules: ({ concurrency }) => proveMutations('rules', concurrency),
    awards: ({ concurrency }) => proveMutations('awards', concurrency),
  },
);
