import { type ActivityContent, sameContent } from '../../shared/authoring/activity-content.ts';
import { type Fault, refuses } from '../../shared/authoring/problem.ts';
import { publicationDay, publishingFaults } from '../../shared/authoring/publishing-rules.ts';
import type { Authored } from '../../shared/domain/authored.ts';
import { frozen } from '../../shared/domain/credit-type.ts';
import type { s3Documents } from '../adapters/s3-documents.ts';
import type { Capabilities } from '../capabilities.ts';
import type { Stored } from '../records/rows.ts';
import { keepTheme, themeHash } from '../themes.ts';

/** What became of a publication: a refused one names everything that refuses it, as `wallet check` does. */
export type Published =
  | { readonly outcome: 'published' | 'unchanged'; readonly version: number }
  | { readonly outcome: 'refused'; readonly faults: readonly Fault[] };

interface Publishing {
  /** Who publishes: a member of staff, or `staff` where a command does. */
  readonly by: string;
  /** Where the activity stood when its draft was read: what was saved since then is not published unseen. */
  readonly seen?: Stored<Authored>;
}

type Comparing = Pick<Capabilities<Record<never, never>>, 'activities' | 'digests'>;

/** An activity as a version says it: its look by its hash, and the rules that the provider sets frozen; whatever it left out as it is known today. */
const asVersion = ({ activity, theme }: ActivityContent, capabilities: Comparing) => ({
  ...activity,
  provider: { ...activity.provider, ...(theme && { theme: themeHash(theme, capabilities) }) },
  credits: activity.credits.map(frozen),
});

/** The newest version, where it says to the last field what would be published; nothing where it does not, or there is none. */
export async function standingAs(content: ActivityContent, capabilities: Comparing): Promise<number | undefined> {
  const { activities } = capabilities;
  const activity = asVersion(content, capabilities);
  const { activityId } = activity;
  const latest = (await activities.summaryOf(activityId))?.value.version ?? 0;
  const before = latest > 0 ? await activities.version(activityId, latest) : undefined;
  if (!before) return undefined;
  const keys = await activities.answerKeys(activityId, latest);
  return sameContent({ activity, keys: content.keys }, { activity: before, keys }) ? latest : undefined;
}

/**
 * Publishes an activity as its next version, or says that it is unchanged, or refuses it by the same rules that its file or its
 * draft was checked by: another caller, another clock, or a version that was published meanwhile may make the difference. Earlier
 * versions stay for those who pinned them. There is no other way to publish.
 */
export async function publishActivity(
  content: ActivityContent,
  { by, seen }: Publishing,
  capabilities: Capabilities<{ documents: typeof s3Documents }>,
): Promise<Published> {
  const { activities, authored, ledger, table, clock } = capabilities;
  const { keys, theme } = content;
  // Kept before anything names it. A theme that no version comes to name does no harm.
  if (theme) await keepTheme(theme, capabilities);
  const activity = asVersion(content, capabilities);
  const { activityId, title, opensOn, closesOn, zone } = activity;
  const [listed, standing] = await Promise.all([activities.summaryOf(activityId), seen ?? authored.of(activityId)]);
  const latest = listed?.value.version ?? 0;
  const before = latest > 0 ? await activities.version(activityId, latest) : undefined;
  const stands = { ...standing?.value, activityId };
  const upToDate = seen?.value.draft && { draft: { ...seen.value.draft, unpublished: false } };
  const stood = await standingAs(content, capabilities);
  if (stood !== undefined) {
    if (seen?.value.draft?.unpublished) await table.write([authored.put({ ...seen.value, ...upToDate }, seen)]);
    return { outcome: 'unchanged', version: stood };
  }
  const now = clock.now();
  const today = publicationDay(now, zone);
  const faults = publishingFaults({ activity, keys }, { today, before }).filter(refuses);
  if (faults.length > 0) return { outcome: 'refused', faults };
  const version = latest + 1;
  const published = { version, at: now, by, opensOn, closesOn, zone };
  await table.write([
    ...activities.publish({ ...activity, version, publishedAt: now }, keys, listed),
    authored.put({ ...stands, ...upToDate, title, published }, standing),
    authored.addPublication(activityId, { version, title, publishedAt: now, publishedBy: by, opensOn, closesOn }),
    ledger.audit(by, 'activity.published', { activityId, version }),
  ]);
  return { outcome: 'published', version };
}
