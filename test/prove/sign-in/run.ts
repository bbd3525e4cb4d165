/**
 * Proves that nobody signs in but whoever an address or a passkey is of, by attacking the real handlers and printing what became
 * of it: `npm run prove:sign-in -- --guesses 1000000 --people 1000 --presses 40 --seed 1`, or the names of some of the proofs.
 */
import { prove } from '../prove.ts';
import { proveEmployer } from './prove-employer.ts';
import { proveEnumeration } from './prove-enumeration.ts';
import { proveGuessing } from './prove-guessing.ts';
import { proveReplays } from './prove-replays.ts';
import { proveScanners } from './prove-scanners.ts';
import { proveSessions } from './prove-sessions.ts';
import { proveRobots } from './robots/prove-robots.ts';

await prove(
  'sign-in',
  { guesses: 1_000_000, people: 1_000, presses: 40 },
  {
    guessing: ({ seed, guesses }) => proveGuessing(seed, guesses),
    enumeration: ({ seed, people }) => proveEnumeration(seed, people),
    scanners: ({ people }) => proveScanners(Math.ceil(people / 10)),
    robots: ({ presses }) => proveRobots(presses),
    sessions: ({ people }) => proveSessions(Math.ceil(people / 10)),
    replays: ({ people }) => proveReplays(Math.ceil(people / 10)),
    employer: ({ people }) => proveEmployer(Math.ceil(people / 50)),
  },
);
