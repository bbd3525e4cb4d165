import type { MailContent } from '../../shared/documents/mail/layout.ts';
import { reminderMail } from '../../shared/documents/mail/reminder-mail.ts';
import { evaluateOpening } from '../../shared/domain/activity.ts';
import { isOpen } from '../../shared/domain/erasure.ts';
import type { ActivityId, LearnerId } from '../../shared/domain/kinds.ts';
import { hasReached, type Participation } from '../../shared/domain/participation.ts';
import { creditWaits, reminderDueAt, reminderKey } from '../../shared/domain/reminder.ts';
import { earnedElsewhere } from '../accounts/family.ts';
import type { Capabilities } from '../capabilities.ts';
import { required } from '../records/require.ts';

type Reminding = Capabilities<Record<never, never>>;

/**
 * The activity whose credit a learner still misses. Nothing where there is nothing to remind them of: it is closed or withdrawn, their account
 * is to be erased or was merged, or they earned the credit by another.
 */
async function missed({ learnerId, activityId }: Participation, capabilities: Reminding) {
  const { activities, learners, erasures, clock } = capabilities;
  const [activity, account, erasure] = await Promise.all([
    activities.published(activityId),
    learners.byId(learnerId),
    erasures.of(learnerId),
  ]);
  if (!activity || evaluateOpening(activity, clock.now()) || isOpen(erasure?.value)) return undefined;
  const learner = required(account, `The learner ${learnerId}`).value;
  if (learner.erasedAt !== undefined || learner.mergedInto !== undefined) return undefined;
  return (await earnedElsewhere(learner, activityId, capabilities)) ? undefined : activity;
}

/** Decides, once it is due, whether a learner is reminded of credit that waits for them, and asks for the mail. A repeat does nothing. */
export async function remindIfDue(
  learnerId: LearnerId,
  activityId: ActivityId,
  capabilities: Reminding,
): Promise<'asked' | 'left' | 'not-due'> {
  const { participations, outbox, table, clock } = capabilities;
  const before = await participations.of(learnerId, activityId);
  const now = clock.now();
  const dueAt = before && reminderDueAt(before.value);
  if (!before || dueAt === undefined || dueAt > now) return 'not-due';
  const mailed = (await missed(before.value, capabilities)) !== undefined;
  const mail = {
    messageKey: reminderKey(before.value),
    kind: 'credit.waits',
    learnerId,
    activityId,
    tries: 0,
  } as const;
  await table.write([
    participations.decideReminder({ decidedAt: now, mailed }, before),
    ...(mailed ? [outbox.putMail({ ...mail, status: 'queued', createdAt: now, dueAt: now })] : []),
  ]);
  return mailed ? 'asked' : 'left';
}

/** What the reminder says; nothing when the learner has gone on since, or there is nothing to remind them of any more. */
export async function reminder(
  { learnerId, activityId = '' }: { readonly learnerId: LearnerId; readonly activityId?: ActivityId },
  capabilities: Reminding,
): Promise<MailContent | undefined> {
  const { participations, config } = capabilities;
  const participation = (await participations.of(learnerId, activityId))?.value;
  if (!participation || !creditWaits(participation)) return undefined;
  const activity = await missed(participation, capabilities);
  if (!activity) return undefined;
  const { siteUrl, providerContact } = config;
  return reminderMail({
    ...{ title: activity.title, activityUrl: `${siteUrl}/a/${activityId}` },
    ...{ providerName: activity.provider.name, providerContact },
    isEvaluated: hasReached(participation.stage, 'evaluated'),
  });
}
