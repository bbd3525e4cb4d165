import { nodeDigests, systemClock, systemIds } from '../../functions/adapters/system.ts';
import { simulatedClock, simulatedIds } from '../simulation/ports/simulated-system.ts';
import { randomFrom } from '../simulation/random.ts';
import { describeSystem } from './system.ts';

describeSystem('of the machine', { clock: systemClock(), ids: systemIds(), digests: nodeDigests() });
describeSystem('of the simulation', {
  clock: simulatedClock(() => Date.UTC(2026, 2, 9)),
  ids: simulatedIds(randomFrom(1)),
  digests: nodeDigests(),
});
