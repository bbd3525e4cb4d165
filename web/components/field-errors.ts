import type { Problem } from '../../shared/api/problem.ts';

/** The id of the control that a reason is about: `/answers/q1` is `answers-q1`, `/givenName` is `givenName`. */
export const controlOf = (field: string): string => field.replace(/^\//, '').replaceAll('/', '-');

/** What to say beside each control, by its id: of its first reason the message, or the remedy. */
export function fieldErrors(
  problem: Problem | undefined,
  part: 'message' | 'remedy' = 'message',
): Readonly<Record<string, string>> {
  const reasons = (problem?.reasons ?? []).filter(({ field }) => field !== undefined);
  return Object.fromEntries(reasons.toReversed().map(({ field = '', [part]: words }) => [controlOf(field), words]));
}
