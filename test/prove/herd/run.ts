/**
 * Proves that a conference whose every participant presses submit within seconds is served by the system on AWS, and in time where
 * the account was given what `wallet preflight` asks for: `npm run prove:herd -- --learners 10000 --seconds 15 --seed 1`.
 */
import { prove } from '../prove.ts';
import { provePrepared, proveUnprepared } from './prove-herd.ts';

await prove('herd', { learners: 10_000, seconds: 15 }, { prepared: provePrepared, unprepared: proveUnprepared });
