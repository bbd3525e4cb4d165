/** The server accepts what was sent in time for this long after the deadline, in milliseconds. */
export { DEADLINE_GRACE_MS } from '../../../shared/domain/attempt.ts';

/**
 * The milliseconds that are left, so many after the answer came that says when the time ends and what time it was then: both by the
 * service's clock, which is the one that counts. The learner's own may be wrong, or be set.
 */
export const leftOf = ({ deadline, now }: { readonly deadline: string; readonly now: string }, since: number): number =>
  Date.parse(deadline) - Date.parse(now) - since;

/** Time as a clock shows it: `12:05`, or `1:02:05` from an hour on; never negative. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** What is said aloud as the time runs out; nothing in between, so that nobody is nagged. */
export function warningOf(ms: number, refused = false): string {
  if (ms <= 0) return `Time is up. Your answers are ${refused ? 'not submitted yet' : 'being submitted'}.`;
  if (ms <= 60_000) return 'Less than one minute is left.';
  return ms <= 5 * 60_000 ? 'Less than five minutes are left.' : '';
}
