/**
 * Proves that nothing is lost and nothing doubled, whatever fails: `npm run prove:faults -- --schedules 10000 --seed 1`, or
 * the names of some of the proofs. `--minutes 60` begins no more schedules after so long, so that a long run may be made in parts. A failure prints its seed and the
 * smallest schedule that shows it.
 */
import { prove } from '../prove.ts';
import {
  proveChangedPoints,
  proveCrashPairs,
  proveCrashPoints,
  proveErasedPoints,
  proveExhaustedPoints,
  proveParkedPoints,
} from './prove-crash-points.ts';
import { proveSchedules } from './prove-schedules.ts';

const usualSchedules = 10_000;

await prove(
  'faults',
  { schedules: usualSchedules, minutes: 0 },
  {
    schedules: ({ seed, schedules, minutes }) => proveSchedules(seed, schedules, minutes),
    'crash-points': () => proveCrashPoints(),
    'crash-points-of-changes': () => proveChangedPoints(),
    'crash-points-of-parked-work': () => proveParkedPoints(),
    'crash-points-of-erasure': () => proveErasedPoints(),
    // Every kind of fault, and every pair, takes minutes, which who asks for few schedules does not have.
    'crash-points-of-exhausted-work': ({ schedules }) => proveExhaustedPoints(schedules < usualSchedules),
    'crash-pairs': ({ schedules }) => proveCrashPairs(schedules < usualSchedules ? 20 : 1),
  },
);
