import type { ActivityId } from '../../shared/domain/kinds.ts';
import { outcomesReport } from '../../shared/domain/outcomes/report.ts';
import { isRefusal } from '../../shared/domain/refusal.ts';
import type { Capabilities } from '../capabilities.ts';
import { versionsAsked } from './narrow.ts';

type Narrowing = Parameters<typeof versionsAsked>[1];

/** The outcomes of an activity as they are asked for; a refusal, or nothing where there is no such activity. */
export async function reportOf(
  activityId: ActivityId,
  narrowing: Narrowing,
  capabilities: Capabilities<Record<never, never>>,
) {
  const found = await versionsAsked(activityId, narrowing, capabilities);
  if (!found || isRefusal(found)) return found;
  const { sittings, answers, responses } = await capabilities.outcomes.of(activityId);
  const { from, to } = narrowing;
  const kept = { sittings: sittings.kept, answers: answers.kept, responses: responses.kept };
  const [readUntil] = [sittings, answers, responses].flatMap(({ until }) => until ?? []).toSorted();
  const [newest] = found.all;
  return {
    activityId,
    title: newest?.activity.title ?? '',
    versions: found.all.map(({ activity: { version, publishedAt } }) => ({ version, publishedAt })),
    ...(readUntil !== undefined && { readUntil }),
    ...outcomesReport({ versions: found.asked, ...kept, from, to }),
  };
}
