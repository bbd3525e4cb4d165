/**
 * Kills the whole system again and again while learners use it, and counts what was acknowledged and is not there
 * afterwards: `npm run prove:kills -- --minutes 5 --seed 1`. `power-cuts` also takes away, at each kill, what was written
 * and not synced.
 */
import { prove } from '../prove.ts';
import { proveKills } from './prove-kills.ts';
import { provePowerCuts } from './prove-power-cuts.ts';

await prove(
  'kills',
  { minutes: 5, learners: 24, shortest: 200, longest: 2_000 },
  {
    kills: (asked) => proveKills('kills', asked, { readyWithinMs: 2_000, wanted: { kills: 250, writes: 20_000 } }),
    'power-cuts': provePowerCuts,
  },
);
