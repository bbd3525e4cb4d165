import { nodeCiphers } from '../../functions/adapters/ciphers.ts';
import { simulatedCiphers } from '../simulation/ports/simulated-ciphers.ts';
import { describeCiphers } from './ciphers.ts';

describeCiphers('of the machine', nodeCiphers());
describeCiphers('of the simulation', simulatedCiphers);
