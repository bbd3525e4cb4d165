import { type CivilDate, civilDateIn, epochMs, type Instant, MINUTE } from '../../../shared/domain/kinds.ts';
import { type Contents, claimsIn, eventsOf, type Say } from '../contents.ts';

/** Two clocks may be wrong by ten minutes each, one this way and one that (trust.md 1, "Clock skew"). */
const APART_MS = 20 * MINUTE;

/** Whether instants follow one another, as far as clocks can say; those that are not known are passed over. */
function inOrder(instants: readonly (Instant | undefined)[]): boolean {
  const known = instants.filter((one) => one !== undefined).map(epochMs);
  return known.every((at, place) => at >= (known[place - 1] ?? at) - APART_MS);
}

/** What happened is dated in its order and by the clocks of the service, and days are those of the activity's zone. */
export function checkDates(contents: Contents, say: Say): void {
  const zone = contents.versions[0]?.zone ?? 'UTC';
  const isDayOf = (day: CivilDate | undefined, instant: Instant | undefined): boolean =>
    instant !== undefined && day === civilDateIn(instant, zone);
  for (const { attemptId, startedAt, submittedAt, gradedAt } of contents.attempts)
    if (!inOrder([startedAt, submittedAt, gradedAt])) say(`${attemptId} is dated in another order than it happened`);
  for (const { learnerId, startedAt, completedAt, evaluatedAt, claimedAt } of contents.participations)
    if (!inOrder([startedAt, completedAt, evaluatedAt, claimedAt]))
      say(`The way of ${learnerId} is dated in another order than it happened`);
  const submitted = new Map(contents.attempts.map(({ attemptId, submittedAt }) => [attemptId, submittedAt]));
  for (const { attemptId, completedOn } of eventsOf(contents, 'attempt.passed'))
    if (!isDayOf(completedOn, submitted.get(attemptId)))
      say(`${attemptId} was passed on another day than ${completedOn}`);
  const claims = claimsIn(contents);
  for (const { learnerId, activityId, awardedOn } of eventsOf(contents, 'credit.awarded')) {
    const claimed = claims.find((one) => one.learnerId === learnerId && one.activityId === activityId);
    if (!isDayOf(awardedOn, claimed?.at))
      say(`The award of ${learnerId} is dated ${awardedOn}, not when it was claimed`);
    const [credit] =
      contents.awards.find((one) => one.learnerId === learnerId && one.activityId === activityId)?.credits ?? [];
    if (credit && credit.awardedAt !== claimed?.at)
      say(`The award of ${learnerId} is of ${credit.awardedAt}, not when it was claimed`);
  }
}
