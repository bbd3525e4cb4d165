import { step } from '../step.ts';
import { settleAttempt } from './settle-attempt.ts';

/** Records that the attempt failed, after which another may be started. */
export const handler = step('record-failure', {}, settleAttempt);
