import { DAY, epochMs, MINUTE } from '../../../shared/domain/kinds.ts';
import { hasReached, type Participation } from '../../../shared/domain/participation.ts';
import type { MailIntent } from '../../../shared/domain/work.ts';
import { type Contents, dataOf, type Say } from '../contents.ts';
import { sampleActivity } from '../sample-activity.ts';
import type { World } from '../world.ts';

/** When whoever passed and stopped there is reminded (docs/architecture.md, "A submission, step by step"). */
const AFTER_MS = 3 * DAY;
/** Two clocks may be wrong by ten minutes each. */
const APART_MS = 20 * MINUTE;
/** Within which it is decided, whatever the weather. */
const DECIDED_WITHIN_MS = DAY;
/** A mail that was composed before may still be on its way. */
const ON_ITS_WAY_MS = 2 * MINUTE;

const isReminder = (messageKey: string): boolean => messageKey.startsWith('reminder-');

/** How many learners were reminded. */
export const remindersSent = ({ mailer }: World): number =>
  new Set(mailer.delivered.map(({ messageKey }) => messageKey).filter(isReminder)).size;

/** Whether there was ever a reason not to remind somebody: the activity was stopped, or their account was merged or to be erased. */
function mayBeLeft({ learnerId, activityId }: { learnerId: string; activityId: string }, contents: Contents): boolean {
  const isStopped = contents.audit.some(
    ({ type, data }) =>
      ['activity.withdrawn', 'activity.closing-set'].includes(type) &&
      dataOf<{ readonly activityId: string }>(data).activityId === activityId,
  );
  const learner = contents.learners.find((one) => one.learnerId === learnerId);
  const isMerged = learner?.mergedInto !== undefined || (learner?.merged?.length ?? 0) > 0;
  return isStopped || isMerged || contents.erasures.some((erasure) => erasure.learnerId === learnerId);
}

const courseOf = (contents: Contents, { learnerId, activityId = '' }: MailIntent): Participation | undefined =>
  contents.participations.find((one) => one.learnerId === learnerId && one.activityId === activityId);

/** Whether a reminder that was not sent would have told somebody nothing: they had gone on, or there was no more to go on with. */
export function isNeedless(mail: MailIntent, contents: Contents): boolean {
  const course = courseOf(contents, mail);
  return course !== undefined && (hasReached(course.stage, 'claimed') || mayBeLeft(course, contents));
}

/**
 * Whoever passed and has not claimed three days later is reminded, unless there is a reason not to; nobody is before, and nobody who has
 * claimed. How often is looked at with all mail.
 */
export function checkReminders(contents: Contents, world: World, say: Say): void {
  const nowMs = world.clockwork.nowMs();
  for (const course of contents.participations) {
    const { learnerId, activityId, completedAt, claimedAt, reminder, parked, byHand } = course;
    if (completedAt === undefined || parked || byHand !== undefined) continue;
    const dueMs = epochMs(completedAt) + AFTER_MS;
    const untilMs = claimedAt === undefined ? nowMs : epochMs(claimedAt);
    if (!reminder && untilMs > dueMs + DECIDED_WITHIN_MS + APART_MS && !mayBeLeft(course, contents))
      say(`${learnerId} passed ${activityId} days before they claimed, and nobody thought of reminding them`);
    if (!reminder) continue;
    if (epochMs(reminder.decidedAt) < dueMs - APART_MS)
      say(`${learnerId} was to be reminded of ${activityId} too early`);
    const isClosed = reminder.decidedAt.slice(0, 10) > sampleActivity.closesOn.slice(0, 10);
    if (!reminder.mailed && !isClosed && !mayBeLeft(course, contents))
      say(`${learnerId} was not reminded of ${activityId}, and nothing spoke against it`);
    if (
      reminder.mailed &&
      !contents.mail.some((mail) => isReminder(mail.messageKey) && courseOf(contents, mail) === course)
    )
      say(`The mail that reminds ${learnerId} of ${activityId} was never asked for`);
  }
  for (const { messageKey, atMs } of world.mailFates.taken) {
    if (!isReminder(messageKey)) continue;
    const mail = contents.mail.find((intent) => intent.messageKey === messageKey);
    const claimedAt = mail && courseOf(contents, mail)?.claimedAt;
    const lateMs = atMs - (claimedAt === undefined ? Number.POSITIVE_INFINITY : epochMs(claimedAt));
    if (lateMs > APART_MS + ON_ITS_WAY_MS) say(`${messageKey} reminded somebody who had claimed`);
  }
}
