import { DAY, type Instant, later } from './kinds.ts';
import type { Participation, Stage } from './participation.ts';

/** After passing, whoever has not finished is reminded, once: so late that most have, and early enough to remember what it was about. */
const REMIND_AFTER_MS = 3 * DAY;

/** Stages in which credit waits for its learner, and for nobody else. */
const waitsForLearner: readonly Stage[] = ['passed', 'evaluated'];

/** Whether credit waits for its learner to evaluate or to claim. */
export const creditWaits = ({ stage, parked }: Pick<Participation, 'stage' | 'parked'>): boolean =>
  waitsForLearner.includes(stage) && parked === undefined;

/** When it is to be decided whether a learner is reminded; nothing where no credit waits for them, or it was decided. */
export const reminderDueAt = (participation: Participation): Instant | undefined =>
  creditWaits(participation) && participation.completedAt !== undefined && participation.reminder === undefined
    ? later(participation.completedAt, REMIND_AFTER_MS)
    : undefined;

/** The permanent name of the mail that reminds a learner of an activity. */
export const reminderKey = ({ learnerId, activityId }: Pick<Participation, 'learnerId' | 'activityId'>): string =>
  `reminder-${learnerId}-${activityId}`;
