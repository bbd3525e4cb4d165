import type { ActivityContent } from '../../shared/authoring/activity-content.ts';
import type { ActivityVersion } from '../../shared/domain/activity.ts';
import { frozen } from '../../shared/domain/credit-type.ts';
import { civilDateIn, type Instant } from '../../shared/domain/kinds.ts';

function knownZone(zone: string, now: Instant): string {
  try {
    civilDateIn(now, zone);
    return zone;
  } catch {
    return 'UTC';
  }
}

/** A draft as if it were published now, whatever it still lacks. It is kept nowhere, so nothing can be earned by it. */
export const previewable = ({ activity }: ActivityContent, now: Instant): ActivityVersion => ({
  ...activity,
  ...{ version: 0, publishedAt: now, zone: knownZone(activity.zone, now), credits: activity.credits.map(frozen) },
});
