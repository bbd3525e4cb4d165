/**
 * Proves that nothing that people write does anything where it is shown: `npm run prove:injection -- --strings 520 --seed 1`.
 */
import { prove } from '../prove.ts';
import { proveInjection } from './prove-injection.ts';
import { proveScreens } from './screens/prove-screens.ts';

await prove(
  'injection',
  { strings: 520 },
  {
    outputs: ({ seed, strings }) => proveInjection(seed, strings),
    screens: ({ seed, strings }) => proveScreens(seed, strings),
  },
);
