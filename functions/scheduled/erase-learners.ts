import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { handlerOver } from '../capabilities.ts';
import { eraseIfDue } from '../privacy/erase.ts';
import { againAfterLostRaces } from '../races.ts';

const PER_SHARD = 10;
/** One run begins no further learner after this long; the next run goes on. */
const BEGINS_FOR_MS = 120 * SECOND;

export interface ErasedNow {
  readonly closed: number;
  readonly done: number;
  readonly waiting: number;
}

/** Goes on with every erasure that is due. One learner's trouble never keeps the others from their turn. */
export const handler = handlerOver({}, (capabilities) => async (): Promise<ErasedNow> => {
  const { erasures, clock, log } = capabilities;
  const began = epochMs(clock.now());
  const looked = { closed: 0, done: 0, waiting: 0 };
  for (const learnerId of await erasures.due(PER_SHARD)) {
    if (epochMs(clock.now()) - began > BEGINS_FOR_MS) break;
    try {
      const outcome = await againAfterLostRaces(() => eraseIfDue(learnerId, capabilities));
      if (outcome !== 'not-due') looked[outcome]++;
    } catch (error) {
      const { name, message } = error instanceof Error ? error : new Error(String(error));
      log({ event: 'step.broken', step: 'erase-learners', workId: learnerId, error: name, message });
    }
  }
  return looked;
});
