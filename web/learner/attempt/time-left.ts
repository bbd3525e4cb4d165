/** The server accepts what was sent in time for this long after the deadline, in milliseconds. */
export { DEADLINE_GRACE_MS } from '../../../shared/domain/attempt.ts';

/** Time as a clock shows it: `12:05`, or `1:02:05` from an hour on; never negative. */
export function clockOf(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** What is said aloud as the time runs out; nothing in between, so that nobody is nagged. */
export function warningOf(ms: number): string {
  if (ms <= 0) return 'Time is up. Your saved answers are being submitted.';
  if (ms <= 60_000) return 'Less than one minute is left.';
  return ms <= 5 * 60_000 ? 'Less than five minutes are left.' : '';
}
