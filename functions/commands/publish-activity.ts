import { type ActivityContent, sameContent } from '../../shared/authoring/activity-content.ts';
import { frozen } from '../../shared/domain/credit-type.ts';
import { handlerOver } from '../capabilities.ts';
import { againAfterLostRaces } from '../races.ts';

export interface Published {
  readonly outcome: 'published' | 'unchanged';
  readonly version: number;
}

/**
 * Publishes an activity as its next version, or says that it is unchanged. Earlier versions stay for those who pinned
 * them. What comes in was checked by the command that calls this; only staff's roles may invoke it.
 */
export const handler = handlerOver(
  {},
  ({ activities, ledger, table, clock }) =>
    (event: unknown): Promise<Published> => {
      const { activity: draft, keys } = event as ActivityContent;
      // The file's reader has frozen the rules that the file sets; whatever it left out is frozen as it is known today.
      const activity = { ...draft, credits: draft.credits.map(frozen) };
      return againAfterLostRaces(async () => {
        const listed = await activities.summaryOf(activity.activityId);
        const latest = listed?.value.version ?? 0;
        if (latest > 0) {
          const [current, currentKeys] = await Promise.all([
            activities.version(activity.activityId, latest),
            activities.answerKeys(activity.activityId, latest),
          ]);
          if (sameContent({ activity, keys }, { activity: current, keys: currentKeys }))
            return { outcome: 'unchanged' as const, version: latest };
        }
        const version = latest + 1;
        await table.write([
          ...activities.publish({ ...activity, version, publishedAt: clock.now() }, keys, listed),
          ledger.audit('staff', 'activity.published', { activityId: activity.activityId, version }),
        ]);
        return { outcome: 'published' as const, version };
      });
    },
);
