import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { handlerOver } from '../capabilities.ts';
import { remindIfDue } from '../outbox/remind.ts';
import { againAfterLostRaces } from '../races.ts';

const PER_SHARD = 25;
/** One run looks for no more after this long, well inside the function's time-out; the next run goes on. */
const LOOKS_FOR_MS = 40 * SECOND;
/** Bounds the loop whatever the clock does. */
const MOST_ROUNDS = 200;

export interface Reminded {
  /** Mails that were asked for; the sweeper sends them. */
  readonly asked: number;
  /** Learners of whom there is nothing to remind any more. */
  readonly left: number;
}

/** Reminds learners who passed days ago and have not finished, each once for an activity. One’s trouble never keeps the others from their turn. */
export const handler = handlerOver({}, (capabilities) => async (): Promise<Reminded> => {
  const { participations, clock, log } = capabilities;
  const began = epochMs(clock.now());
  const reminded = { asked: 0, left: 0 };
  for (let round = 0; round < MOST_ROUNDS && epochMs(clock.now()) - began < LOOKS_FOR_MS; round++) {
    let moved = 0;
    for (const { learnerId, activityId } of await participations.dueReminders(PER_SHARD))
      try {
        const outcome = await againAfterLostRaces(() => remindIfDue(learnerId, activityId, capabilities));
        if (outcome === 'not-due') continue;
        moved++;
        reminded[outcome]++;
      } catch (error) {
        const { name, message } = error instanceof Error ? error : new Error(String(error));
        const workId = `${learnerId}/${activityId}`;
        log({ event: 'step.broken', step: 'remind-learners', workId, error: name, message });
      }
    // The index lags behind, so what was just decided may be listed again; a round that moves nothing is the end.
    if (moved === 0) break;
  }
  return reminded;
});
