/**
 * Proves that the system as one command starts it takes submissions at a steady rate, and that each has exactly one result:
 * `npm run prove:load -- --minutes 10 --rate 300 --seed 1`. Where the machine does not give the wanted rate, the highest that
 * it gives is found first, and told beside it.
 */
import { prove } from '../prove.ts';
import { proveLoad } from './prove-load.ts';

await prove('load', { minutes: 10, rate: 300 }, { submissions: proveLoad });
