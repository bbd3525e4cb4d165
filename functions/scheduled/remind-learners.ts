import { epochMs, SECOND } from '../../shared/domain/kinds.ts';
import { handlerOver } from '../capabilities.ts';
import { remindIfDue } from '../outbox/remind.ts';
import { againAfterLostRaces } from '../races.ts';
import { inTurn } from './in-turn.ts';

const PER_SHARD = 25;
/** One run looks for no more after this long, well inside the function's time-out; the next run goes on. */
const LOOKS_FOR_MS = 40 * SECOND;

export interface Reminded {
  /** Mails that were asked for; the sweeper sends them. */
  readonly asked: number;
  /** Learners of whom there is nothing to remind any more. */
  readonly left: number;
}

/** Reminds learners who passed days ago and have not finished, each once for an activity. */
export const handler = handlerOver({}, (capabilities) => async (): Promise<Reminded> => {
  const { participations, clock } = capabilities;
  const untilMs = epochMs(clock.now()) + LOOKS_FOR_MS;
  const reminded = { asked: 0, left: 0 };
  let moved: boolean;
  const remind = async (course: string): Promise<void> => {
    const [learnerId = '', activityId = ''] = course.split('/');
    const outcome = await againAfterLostRaces(() => remindIfDue(learnerId, activityId, capabilities));
    if (outcome === 'not-due') return;
    moved = true;
    reminded[outcome]++;
  };
  // The index lags behind, so what was just decided may be listed again; a round that moves nothing is the end.
  do {
    moved = false;
    await inTurn('remind-learners', await participations.dueReminders(PER_SHARD), untilMs, remind, capabilities);
  } while (moved);
  return reminded;
});
