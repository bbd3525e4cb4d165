/**
 * Kills the whole system again and again while learners use it, and counts what was acknowledged and is not there
 * afterwards: `npm run prove:kills -- --minutes 5 --seed 1`.
 */
import { prove } from '../prove.ts';
import { proveKills } from './prove-kills.ts';

await prove(
  'kills',
  { minutes: 5, learners: 24, shortest: 200, longest: 2_000 },
  { kills: (asked) => proveKills('kills', asked) },
);
