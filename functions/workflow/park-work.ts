import { afterFailure } from '../../shared/domain/work.ts';
import { retryable } from '../../shared/workflow/steps.ts';
import { park } from '../outbox/park.ts';
import { step } from '../step.ts';

/** Lambda's cause is JSON with the thrown error's message; anything else is its own message. */
function messageOf(cause: string | undefined): string {
  try {
    const parsed: unknown = JSON.parse(cause ?? '');
    if (typeof parsed === 'object' && parsed !== null && 'errorMessage' in parsed) return String(parsed.errorMessage);
  } catch {
    // Not JSON: fall through.
  }
  return cause || 'No reason was given.';
}

/**
 * Decides what becomes of work whose step failed: what may pass by itself is left to the sweeper, later and later; what
 * cannot is parked with its step and reason.
 */
export const handler = step('park-work', {}, async (input, capabilities) => {
  const { outbox, table, clock, ids } = capabilities;
  const { workId, error } = input;
  const work = await outbox.work(workId);
  if (work?.value.status !== 'pending') return { workId };
  const failure = {
    step: input.step,
    error: error.Error,
    reason: messageOf(error.Cause),
    retryable: (retryable as readonly string[]).includes(error.Error) || error.Error === 'States.Timeout',
  };
  const next = afterFailure(work.value, failure, clock.now(), ids.fraction());
  if (next.status === 'parked') await park(work, next, capabilities);
  else await table.write([outbox.putWork(next, work)]);
  return { workId };
});
