/**
 * Kills the whole system again and again while learners use it, and counts what was acknowledged and is not there
 * afterwards: `npm run prove:kills -- kills --minutes 12 --seed 1`. A run of the usual minutes or more that comes to fewer than
 * 250 kills or 20,000 acknowledged writes fails, since it proves too little. `power-cuts` also takes away, at each kill, what was written
 * and not synced.
 */
import { prove } from '../prove.ts';
import { proveKills } from './prove-kills.ts';
import { provePowerCuts } from './prove-power-cuts.ts';

/**
 * By these a quiet machine of two cores comes to what is asked for: it takes about 1.5 s of its processors to start and to load
 * each function once, and 18 ms for each write after that.
 */
const usual = { minutes: 12, learners: 32, shortest: 500, longest: 6_500 };

await prove('kills', usual, {
  kills: (asked) =>
    proveKills('kills', asked, { readyWithinMs: 2_000, bar: { kills: 250, writes: 20_000, minutes: usual.minutes } }),
  'power-cuts': provePowerCuts,
});
