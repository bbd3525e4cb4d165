import type { Random } from '../../simulation/random.ts';
import type { Begun } from '../begun-attempt.ts';
import type { TheActivity } from '../the-activity.ts';
import type { Sending, Sent } from './open-loop.ts';

/** A submission as it is sent, and what its learner must be told. */
export interface Submission extends Sending {
  readonly attemptId: string;
  readonly ends: 'passed' | 'failed';
}

/** So many learners of a hundred answer wrongly, and so many click twice. */
const WRONG = 0.2;
const TWICE = 0.02;

/** What the prepared learners send, in their order: each once, and some twice at the same moment. */
export function drawSubmissions(
  prepared: readonly Begun[],
  { answers }: TheActivity,
  random: Random,
): readonly Submission[] {
  return prepared.flatMap(({ attemptId, cookie }) => {
    const ends = random.chance(WRONG) ? 'failed' : 'passed';
    const body = JSON.stringify({ answers: ends === 'passed' ? answers.right : answers.wrong });
    const click = (number: number): Submission => ({
      ...{ attemptId, ends, body, path: `/api/attempts/${attemptId}/submission` },
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': `${attemptId}-${number}` },
    });
    return random.chance(TWICE) ? [click(1), click(2)] : [click(1)];
  });
}

/** What an answer says of a submission. */
export type Told = 'told its result at once' | 'told to ask again' | 'refused' | 'broken' | 'not answered';

/** Reads an answer. */
export function toldBy({ status, body }: Sent): { readonly told: Told; readonly says?: string } {
  if (status === 0) return { told: 'not answered' };
  if (status >= 500) return { told: 'broken' };
  if (status >= 300) return { told: 'refused' };
  const says = (JSON.parse(body) as { readonly status: string }).status;
  return says === 'grading' ? { told: 'told to ask again' } : { told: 'told its result at once', says };
}
