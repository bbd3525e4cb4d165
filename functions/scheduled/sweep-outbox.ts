import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { restartIfOverdue } from '../outbox/restart.ts';
import { sendOnce } from '../outbox/send-once.ts';

/** One run stops taking more after this long, well inside the function's time-out; the next run goes on. */
const SWEEP_FOR_MS = 40 * SECOND;
const PER_SHARD = 25;
/** Bounds the loop whatever the clock does. */
const MOST_ROUNDS = 200;

export interface Swept {
  readonly started: number;
  readonly mailed: number;
  readonly parked: number;
}

/**
 * The guarantee behind every fast path: starts work that should have ended by now, and sends mail that is due. One item's
 * trouble never keeps the others from their turn.
 */
export const handler = handlerOver(
  { workflows: stepFunctions, mailer: sesMailer },
  (capabilities) => async (): Promise<Swept> => {
    const { outbox, pulses, clock, log } = capabilities;
    const began = epochMs(clock.now());
    const swept = { started: 0, mailed: 0, parked: 0 };
    for (let round = 0; round < MOST_ROUNDS && epochMs(clock.now()) - began < SWEEP_FOR_MS; round++) {
      let moved = 0;
      const attempt = async (id: string, doing: () => Promise<void>): Promise<void> => {
        await doing().catch((error: unknown) => {
          const { name, message } = error instanceof Error ? error : new Error(String(error));
          log({ event: 'step.broken', step: 'sweep-outbox', workId: id, error: name, message });
        });
      };
      for (const workId of await outbox.dueIds('work', PER_SHARD))
        await attempt(workId, async () => {
          const outcome = await restartIfOverdue(workId, 'sweeper', capabilities);
          if (outcome === 'not-due') return;
          moved++;
          swept[outcome]++;
        });
      for (const messageKey of await outbox.dueIds('mail', PER_SHARD))
        await attempt(messageKey, async () => {
          const outcome = await sendOnce(messageKey, capabilities);
          if (outcome === 'not-due') return;
          moved++;
          if (outcome === 'sent') swept.mailed++;
        });
      // The index lags behind, so what was just moved may be listed again; a round that moves nothing is the end.
      if (moved === 0) break;
    }
    log({ event: 'sweep', ...swept });
    // A sweep that cannot say that it ran has done its work all the same.
    await pulses.beat('sweep-outbox').catch(() => undefined);
    return swept;
  },
);
