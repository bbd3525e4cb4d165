import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { runBatch } from '../batches/run.ts';
import { handlerOver } from '../capabilities.ts';
import { inTurn } from './in-turn.ts';

/** One run takes no further batch after this long, well inside the function's time-out; the next run goes on. */
const RUN_FOR_MS = 40 * SECOND;
const PER_SHARD = 5;

/** Goes on with batches that run and that nobody looked after lately: a screen that was closed, or a run that died. */
export const handler = handlerOver({ workflows: stepFunctions }, (capabilities) => async (): Promise<void> => {
  const { batches, clock } = capabilities;
  const untilMs = epochMs(clock.now()) + RUN_FOR_MS;
  const run = (batchId: string, leftMs: number) => runBatch(batchId, leftMs, capabilities);
  await inTurn('run-batches', await batches.dueIds(PER_SHARD), untilMs, run, capabilities);
});
