/**
 * Proves that nothing is lost and nothing doubled, whatever fails: `npm run prove:faults -- --schedules 10000 --seed 1`, or
 * the names of some of the proofs. A failure prints its seed and the smallest schedule that shows it.
 */
import { prove } from '../prove.ts';
import { proveCrashPairs, proveCrashPoints } from './prove-crash-points.ts';
import { proveSchedules } from './prove-schedules.ts';

await prove(
  'faults',
  { schedules: 10_000 },
  {
    schedules: ({ seed, schedules }) => proveSchedules(seed, schedules),
    'crash-points': proveCrashPoints,
    'crash-pairs': proveCrashPairs,
  },
);
