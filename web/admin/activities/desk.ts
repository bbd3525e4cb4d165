import type { Role } from '../../../shared/domain/staff.ts';
import { mayWriteActivities } from '../../../shared/domain/staff.ts';
import { api } from '../../client.ts';
import { createDraftStore, type DraftStore } from './draft-store.ts';
import { keptParts } from './kept-parts.ts';
import type { ActivityLine, Draft, Gap } from './types.ts';

/** The activity that somebody works at: its draft, and what the last check found wrong with it. */
export interface Desk {
  readonly activityId: string;
  readonly activity: ActivityLine;
  readonly store: DraftStore;
  readonly readOnly: boolean;
  /** Nothing before somebody asked for a check. */
  readonly gaps: () => readonly Gap[] | undefined;
  /** The version from which the draft did not differ at the last check: there is nothing to publish. */
  readonly unchangedFrom: () => number | undefined;
  /** Checks the draft as it is saved. */
  readonly check: () => Promise<void>;
  readonly watchGaps: (watcher: () => void) => () => void;
}

/** After a save: long enough that whoever goes on typing asks once. */
const CHECK_AFTER_MS = 1_500;

interface Who {
  readonly staffId: string;
  readonly role: Role;
}

/** A desk with a draft on it, as it was loaded, and with what this browser still has to save. */
export function deskWith(activityId: string, draft: Draft, { staffId, role }: Who): Desk {
  const readOnly = !(mayWriteActivities as readonly Role[]).includes(role);
  const { keep, kept } = keptParts(staffId, activityId);
  const store = createDraftStore(
    {
      put: (part, content, rev) =>
        api('PUT', '/api/admin/activities/{activityId}/draft/{part}', {
          params: { activityId, part },
          body: { content },
          rev,
        }),
      keep,
    },
    draft.parts,
    readOnly ? undefined : kept(),
  );
  const watchers = new Set<() => void>();
  let gaps: readonly Gap[] | undefined;
  let unchanged: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const check = async (): Promise<void> => {
    const result = await api('GET', '/api/admin/activities/{activityId}/checklist', { params: { activityId } });
    if (!result.ok) return;
    ({ gaps, unchanged } = result.body);
    for (const watcher of watchers) watcher();
  };
  // Once somebody knows what is missing, the list keeps up with what they mend.
  store.watch('saving', () => {
    clearTimeout(timer);
    if (gaps !== undefined && store.saving().state === 'saved') timer = setTimeout(() => void check(), CHECK_AFTER_MS);
  });
  return {
    ...{ activityId, activity: draft.activity, store, readOnly, check },
    gaps: () => gaps,
    unchangedFrom: () => unchanged,
    watchGaps: (watcher) => {
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
  };
}
