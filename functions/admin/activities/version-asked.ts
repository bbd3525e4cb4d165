import type { ActivityId } from '../../../shared/domain/kinds.ts';
import type { AuthoredRecords } from '../../records/authored.ts';

/** The version that a path names, where the activity has it. */
export async function versionAsked(
  { activityId, version }: { readonly activityId: ActivityId; readonly version: string },
  { authored }: { readonly authored: AuthoredRecords },
): Promise<number | undefined> {
  if (!/^[1-9]\d{0,5}$/.test(version)) return undefined;
  const published = (await authored.of(activityId))?.value.published;
  return published && Number(version) <= published.version ? Number(version) : undefined;
}
