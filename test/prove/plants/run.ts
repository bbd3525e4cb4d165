/**
 * Proves that the checks of the simulation bite: bugs that were made in this field are planted one after another, and each
 * must be found: `npm run prove:plants -- --schedules 1000 --seed 1`.
 */
import '../../simulation/compiled-schemas.ts';
import { prove } from '../prove.ts';
import { provePlants } from './prove-plants.ts';

await prove('plants', { schedules: 1_000 }, { plants: ({ seed, schedules }) => provePlants(seed, schedules) });
