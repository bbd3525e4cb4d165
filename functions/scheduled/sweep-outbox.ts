import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { sesMailer } from '../adapters/ses-mailer.ts';
import { stepFunctions } from '../adapters/step-functions.ts';
import { handlerOver } from '../capabilities.ts';
import { restartIfOverdue } from '../outbox/restart.ts';
import { sendOnce } from '../outbox/send-once.ts';
import { inTurn } from './in-turn.ts';

/** One run stops taking more after this long, well inside the function's time-out; the next run goes on. */
const SWEEP_FOR_MS = 40 * SECOND;
const PER_SHARD = 25;

export interface Swept {
  readonly started: number;
  readonly mailed: number;
  readonly parked: number;
}

/**
 * The guarantee behind every fast path: starts work that should have ended by now, and sends mail that is due.
 */
export const handler = handlerOver(
  { workflows: stepFunctions, mailer: sesMailer },
  (capabilities) => async (): Promise<Swept> => {
    const { outbox, pulses, clock, log } = capabilities;
    const untilMs = epochMs(clock.now()) + SWEEP_FOR_MS;
    const swept = { started: 0, mailed: 0, parked: 0 };
    let moved: boolean;
    const takeDue = async (
      kind: 'work' | 'mail',
      take: (id: string) => Promise<keyof Swept | 'delayed' | 'not-due'>,
    ): Promise<void> => {
      const takeOne = async (id: string): Promise<void> => {
        const outcome = await take(id);
        moved ||= outcome !== 'not-due';
        if (outcome !== 'not-due' && outcome !== 'delayed') swept[outcome]++;
      };
      await inTurn('sweep-outbox', await outbox.dueIds(kind, PER_SHARD), untilMs, takeOne, capabilities);
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
