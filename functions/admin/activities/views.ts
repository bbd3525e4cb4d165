import type { Outline, PartId } from '../../../shared/authoring/draft-parts.ts';
import { closingDay } from '../../../shared/domain/activity.ts';
import { type Authored, stateOf } from '../../../shared/domain/authored.ts';
import type { Instant } from '../../../shared/domain/kinds.ts';
import type { OpenDraft } from '../../activities/read-draft.ts';
import type { Capabilities } from '../../capabilities.ts';
import type { SavedPart } from '../../records/drafts.ts';
import type { Stored } from '../../records/rows.ts';

/** Says the name of whoever did something, for their id. */
export type NameOf = (by: string) => string;

/** Where an activity stands, as lists and screens show it. */
export function authoredView(activity: Authored, nameOf: NameOf, now: Instant) {
  const { activityId, title, draft, published, withdrawn, closesEarly } = activity;
  const by = draft?.changedBy ?? published?.by;
  return {
    ...{ activityId, title, state: stateOf(activity, now) },
    ...(published && {
      ...{ version: published.version, publishedAt: published.at, opensOn: published.opensOn },
      closesOn: closingDay(published.closesOn, closesEarly?.on),
    }),
    hasDraft: draft !== undefined,
    unpublished: draft?.unpublished ?? false,
    ...{ changedAt: draft?.changedAt ?? published?.at, changedBy: by === undefined ? undefined : nameOf(by) },
    ...(withdrawn && { withdrawnBecause: withdrawn.reason }),
  };
}

/** A part as the editor takes it, with the revision that its next save names. */
export const partView = ({ rev, value: { content, savedAt, savedBy } }: Stored<SavedPart>, nameOf: NameOf) => ({
  ...{ rev, content, savedAt },
  savedBy: nameOf(savedBy),
});

const namedBy = ({ assessments }: Outline): ReadonlySet<PartId> =>
  new Set(['about', 'outline', 'evaluation', ...assessments.flatMap(({ part, questions }) => [part, ...questions])]);

/** A draft with the parts that its outline names; those that it names no more are nobody's to see. */
export async function draftView(
  { seen, saved, outline }: Pick<OpenDraft, 'seen' | 'saved' | 'outline'>,
  { staff, clock }: Pick<Capabilities<Record<never, never>>, 'staff' | 'clock'>,
) {
  const nameOf = await staff.names();
  const named = namedBy(outline);
  return {
    activity: authoredView(seen.value, nameOf, clock.now()),
    parts: Object.fromEntries(
      [...saved].filter(([part]) => named.has(part)).map(([part, stored]) => [part, partView(stored, nameOf)]),
    ),
  };
}
