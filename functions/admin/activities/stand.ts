import type { Authored } from '../../../shared/domain/authored.ts';
import type { ActivityId, Instant } from '../../../shared/domain/kinds.ts';
import { isRefusal, type Refusal } from '../../../shared/domain/refusal.ts';
import type { AuditEvents } from '../../../shared/events.ts';
import type { Capabilities } from '../../capabilities.ts';
import { notFound, type Reply } from '../../middleware/reply.ts';
import { authoredView } from './views.ts';

type Published = Authored & { readonly published: NonNullable<Authored['published']> };
type StandingEvents = Pick<AuditEvents, 'activity.withdrawn' | 'activity.reinstated' | 'activity.closing-set'>;

/** What becomes of an activity's standing, and the event that is kept of it. */
interface Decided {
  readonly change: { readonly [Name in 'withdrawn' | 'closesEarly']?: Authored[Name] | undefined };
  readonly event: {
    readonly [Type in keyof StandingEvents]: readonly [Type, Omit<StandingEvents[Type], 'activityId'>];
  }[keyof StandingEvents];
}

/**
 * Changes how a published activity stands, beside its versions: for its authors, for learners, and in the audit trail, all in one
 * transaction. It counts from then on for whoever begins; whoever is under way goes on.
 */
export async function standPublished(
  activityId: ActivityId,
  by: string,
  { authored, activities, ledger, staff, table, clock }: Capabilities<Record<never, never>>,
  decide: (activity: Published, now: Instant) => Decided | Refusal,
): Promise<ReturnType<typeof authoredView> | Refusal | Reply> {
  const [activity, listed] = await Promise.all([authored.of(activityId), activities.summaryOf(activityId)]);
  const published = activity?.value.published;
  if (!activity || !published || !listed) return notFound('published activity');
  const now = clock.now();
  const decided = decide({ ...activity.value, published }, now);
  if (isRefusal(decided)) return decided;
  const { withdrawn, closesEarly, ...rest } = { ...activity.value, ...decided.change };
  const stands = { ...rest, ...(withdrawn && { withdrawn }), ...(closesEarly && { closesEarly }) };
  const [type, data] = decided.event;
  await table.write([
    authored.put(stands, activity),
    activities.stand(listed, {
      ...(withdrawn && { withdrawnAt: withdrawn.at }),
      ...(closesEarly && { closesEarlyOn: closesEarly.on }),
    }),
    ledger.audit(by, type, { activityId, ...data } as AuditEvents[typeof type]),
  ]);
  return authoredView(stands, await staff.names(), now);
}
