import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { restartIfOverdue } from '../outbox/restart.ts';
import { sendOnce } from '../outbox/send-once.ts';

/** One run stops taking more after this long, well inside the function's time-out; the next run goes on. */
const SWEEP_FOR_MS = 40 * SECOND;
const PER_SHARD = 25;

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
    const isOver = (): boolean => epochMs(clock.now()) - began >= SWEEP_FOR_MS;
    let moved: boolean;
    const takeDue = async (
      kind: 'work' | 'mail',
      take: (id: string) => Promise<keyof Swept | 'delayed' | 'not-due'>,
    ): Promise<void> => {
      for (const id of await outbox.dueIds(kind, PER_SHARD)) {
        if (isOver()) return;
        try {
          const outcome = await take(id);
          moved ||= outcome !== 'not-due';
          if (outcome !== 'not-due' && outcome !== 'delayed') swept[outcome]++;
        } catch (error) {
          const { name, message } = error instanceof Error ? error : new Error(String(error));
          log({ event: 'step.broken', step: 'sweep-outbox', workId: id, error: name, message });
        }
      }
    };
    // The index lags behind, so what was just moved may be listed again; a round that moves nothing is the end.
    do {
      moved = false;
      await takeDue('work', (workId) => restartIfOverdue(workId, 'sweeper', capabilities));
      await takeDue('mail', async (messageKey) => {
        const outcome = await sendOnce(messageKey, capabilities);
        return outcome === 'sent' ? 'mailed' : outcome;
      });
    } while (moved);
    log({ event: 'sweep', ...swept });
    // A sweep that cannot say that it ran has done its work all the same.
    await pulses.beat('sweep-outbox').catch(() => undefined);
    return swept;
  },
);
