/**
 * Proves that what was backed up comes back: `npm run prove:restore -- --learners 500 --damages 1000 --seed 1`, or the names
 * of some of the proofs.
 */
import { prove } from '../prove.ts';
import { proveDamages } from './prove-damages.ts';
import { proveRestore } from './prove-restore.ts';

await prove(
  'restore',
  { learners: 500, damages: 1_000 },
  {
    restore: ({ seed, learners }) => proveRestore(seed, learners),
    damages: ({ seed, damages }) => proveDamages(seed, damages),
  },
);
