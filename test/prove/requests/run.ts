/**
 * Attacks the API by requests of every kind, and prints the counts with the seed that repeats them:
 * `npm run prove:requests -- --count 20000 --seed 1`, or the names of some of the proofs.
 */
import { prove } from '../prove.ts';
import { proveAuthorisation } from './authorisation/prove-authorisation.ts';
import { proveCanaries } from './canaries/prove-canaries.ts';
import { proveCrossSite } from './cross-site/prove-cross-site.ts';
import { proveFuzz } from './fuzz/prove-fuzz.ts';

await prove(
  'requests',
  { count: 20_000 },
  {
    fuzz: ({ seed, count }) => proveFuzz(seed, count),
    authorisation: () => proveAuthorisation(),
    canaries: () => proveCanaries(),
    'cross-site': ({ seed, count }) => proveCrossSite(seed, count),
  },
);
