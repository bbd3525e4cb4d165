/**
 * Proves that the system as one command starts it takes submissions at a steady rate, and that each has exactly one result:
 * `npm run prove:load -- --minutes 10 --rate 300 --seed 1`. Where the machine does not give the wanted rate, the highest that
 * it gives is found first, and told beside it. `race` and `running-race` prove that 64 tabs at once come to one result, one award and
 * one certificate: a thousand attempts in memory, and some on that system.
 */
import { prove } from '../prove.ts';
import { proveLoad } from './prove-load.ts';
import { proveRace, proveRunningRace } from './race/prove-race.ts';

await prove(
  'load',
  { minutes: 10, rate: 300, attempts: 1_000, running: 50 },
  {
    submissions: (asked) => proveLoad(asked),
    race: (asked) => proveRace(asked),
    'running-race': (asked) => proveRunningRace(asked),
  },
);
