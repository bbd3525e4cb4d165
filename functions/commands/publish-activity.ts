import { type ActivityContent, sameContent } from '../../shared/authoring/activity-content.ts';
import { type Fault, refuses } from '../../shared/authoring/problem.ts';
import { publicationDay, publishingFaults } from '../../shared/authoring/publishing-rules.ts';
import { frozen } from '../../shared/domain/credit-type.ts';
import { s3Documents } from '../adapters/s3-documents.ts';
import { handlerOver } from '../capabilities.ts';
import { againAfterLostRaces } from '../races.ts';
import { keepTheme } from '../themes.ts';

/** What became of a publication: a refused one names everything that refuses it, as `wallet check` does. */
export type Published =
  | { readonly outcome: 'published' | 'unchanged'; readonly version: number }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] };

/**
 * Publishes an activity as its next version, or says that it is unchanged, or refuses it by the same rules that the command
 * checked its file by: another caller, another clock, or a version that was published meanwhile may make the difference.
 * Earlier versions stay for those who pinned them. Only staff's roles may invoke it.
 */
export const handler = handlerOver(
  { documents: s3Documents },
  ({ activities, ledger, table, clock, documents, digests }) =>
    async (event: unknown): Promise<Published> => {
      const { activity: draft, keys, theme } = event as ActivityContent;
      // Kept before anything names it. A theme that no version comes to name does no harm.
      const look = theme && { theme: await keepTheme(theme, { documents, digests }) };
      // The file's reader has frozen the rules that the file sets; whatever it left out is frozen as it is known today.
      const activity = { ...draft, provider: { ...draft.provider, ...look }, credits: draft.credits.map(frozen) };
      return againAfterLostRaces(async () => {
        const listed = await activities.summaryOf(activity.activityId);
        const latest = listed?.value.version ?? 0;
        const before = latest > 0 ? await activities.version(activity.activityId, latest) : undefined;
        if (before) {
          const keysBefore = await activities.answerKeys(activity.activityId, latest);
          if (sameContent({ activity, keys }, { activity: before, keys: keysBefore }))
            return { outcome: 'unchanged' as const, version: latest };
        }
        const today = publicationDay(clock.now(), activity.zone);
        const faults = publishingFaults({ activity, keys }, { today, before }).filter(refuses);
        if (faults.length > 0) return { outcome: 'refused' as const, faults };
        const version = latest + 1;
        await table.write([
          ...activities.publish({ ...activity, version, publishedAt: clock.now() }, keys, listed),
          ledger.audit('staff', 'activity.published', { activityId: activity.activityId, version }),
        ]);
        return { outcome: 'published' as const, version };
      });
    },
);
