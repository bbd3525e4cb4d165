import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { runBatch } from '../batches/run.ts';
import { handlerOver } from '../capabilities.ts';

/** One run takes no further batch after this long, well inside the function's time-out; the next run goes on. */
const RUN_FOR_MS = 40 * SECOND;
const PER_SHARD = 5;

/** Goes on with batches that run and that nobody looked after lately: a screen that was closed, or a run that died. */
export const handler = handlerOver({ workflows: stepFunctions }, (capabilities) => async (): Promise<void> => {
  const { batches, clock, log } = capabilities;
  const began = epochMs(clock.now());
  for (const batchId of await batches.dueIds(PER_SHARD)) {
    const left = RUN_FOR_MS - (epochMs(clock.now()) - began);
    if (left <= 0) return;
    await runBatch(batchId, left, capabilities).catch((error: unknown) => {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      log({ event: 'step.broken', step: 'run-batches', workId: batchId, error: name, message });
    });
  }
});
