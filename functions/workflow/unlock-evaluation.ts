import { step } from '../step.ts';
import { settleAttempt } from './settle-attempt.ts';

/** Records that the attempt passed, which unlocks the Course Evaluation. */
export const handler = step('unlock-evaluation', {}, settleAttempt);
