import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { handlerOver } from '../capabilities.ts';
import { eraseIfDue } from '../privacy/erase.ts';
import { againAfterLostRaces } from '../races.ts';
import { inTurn } from './in-turn.ts';

const PER_SHARD = 10;
/** One run begins no further learner after this long; the next run goes on. */
const BEGINS_FOR_MS = 120 * SECOND;

export interface ErasedNow {
  readonly closed: number;
  readonly done: number;
  readonly waiting: number;
}

/** Goes on with every erasure that is due. */
export const handler = handlerOver({}, (capabilities) => async (): Promise<ErasedNow> => {
  const { erasures, clock } = capabilities;
  const untilMs = epochMs(clock.now()) + BEGINS_FOR_MS;
  const looked = { closed: 0, done: 0, waiting: 0 };
  const erase = async (learnerId: string): Promise<void> => {
    const outcome = await againAfterLostRaces(() => eraseIfDue(learnerId, capabilities));
    if (outcome !== 'not-due') looked[outcome]++;
  };
  await inTurn('erase-learners', await erasures.due(PER_SHARD), untilMs, erase, capabilities);
  return looked;
});
