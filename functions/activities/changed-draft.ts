import type { Authored } from '../../shared/domain/authored.ts';
import type { Instant } from '../../shared/domain/kinds.ts';
import type { Write } from '../../shared/ports.ts';
import type { AuthoredRecords } from '../records/authored.ts';
import type { Stored } from '../records/rows.ts';

/**
 * The write that says of an activity that its draft was changed. It belongs into the transaction of every save of a part that is of
 * the draft: publishing expects this row as it was before it read the parts, and so never takes for published what it did not see.
 */
export const changedDraft = (
  activity: Stored<Authored>,
  { by, at, title }: { readonly by: string; readonly at: Instant; readonly title?: string | undefined },
  { authored }: { readonly authored: AuthoredRecords },
): Write =>
  authored.put(
    {
      ...activity.value,
      // A published activity is listed by its published title until the next is published.
      ...(title !== undefined && !activity.value.published && { title: title.slice(0, 500) }),
      draft: { changedAt: at, changedBy: by, unpublished: true },
    },
    activity,
  );
