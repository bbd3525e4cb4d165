import { type ActivityDocument, documentOf } from '../../shared/authoring/document-of-activity.ts';
import {
  assembled,
  type DraftParts,
  outlineOf,
  type PartContent,
  type PartId,
  partsOf,
} from '../../shared/authoring/draft-parts.ts';
import type { Authored } from '../../shared/domain/authored.ts';
import type { ActivityId } from '../../shared/domain/kinds.ts';
import type { Capabilities } from '../capabilities.ts';
import type { SavedPart } from '../records/drafts.ts';
import type { Stored } from '../records/rows.ts';

type Needed = Capabilities<Record<never, never>>;

/** So many rows are written at once: each may hold some kilobytes, and a transaction takes a hundred rows and 4 MB. */
const AT_ONCE = 40;

/** What an activity begins as, before anything is written. */
export const emptyDocument = (title: string, provider: string | undefined): ActivityDocument => ({
  title,
  ...(provider !== undefined && { provider }),
});

/** A published version as the document that it would be authored as; its provider by its id, where that is kept here. */
export async function documentOfVersion(
  activityId: ActivityId,
  version: number,
  { activities, providers }: Pick<Needed, 'activities' | 'providers'>,
): Promise<ActivityDocument> {
  const [activity, keys, kept] = await Promise.all([
    activities.version(activityId, version),
    activities.answerKeys(activityId, version),
    providers.list(),
  ]);
  const { provider, ...document } = documentOf({ activity, keys });
  const known = kept.find(({ value }) => value.fields.name === activity.provider.name);
  return { ...document, provider: known?.value.providerId ?? provider };
}

/** Parts under names of their own, which no earlier draft of the activity had. */
export const freshParts = (document: ActivityDocument, { ids }: Pick<Needed, 'ids'>): DraftParts =>
  partsOf(document, () => ids.id().toLowerCase());

interface Begun {
  readonly parts: DraftParts;
  readonly by: string;
  /** What is there already: parts that keep their names are written in the place of these. */
  readonly saved: ReadonlyMap<PartId, Stored<SavedPart>>;
  readonly before: Stored<Authored> | undefined;
  /** Whether it says something that is not published. */
  readonly unpublished?: boolean;
}

/**
 * Writes a draft. Questions are written first and are of no draft yet: the outline, written last and in one transaction with the
 * rest, is what makes all of them the draft at once.
 */
export async function beginDraft(
  activityId: ActivityId,
  { parts, by, saved, before, unpublished = true }: Begun,
  { drafts, authored, ledger, table, clock }: Needed,
): Promise<Authored> {
  const now = clock.now();
  const put = ([part, content]: readonly [PartId, PartContent]) =>
    drafts.put(activityId, part, { content, savedAt: now, savedBy: by }, saved.get(part));
  const questions = [...parts].filter(([part]) => part.startsWith('question-'));
  for (let from = 0; from < questions.length; from += AT_ONCE)
    await table.write(questions.slice(from, from + AT_ONCE).map(put));
  const title = String(assembled(activityId, parts).title ?? '');
  const begun: Authored = {
    ...before?.value,
    activityId,
    title: before?.value.published ? before.value.title : title,
    draft: { changedAt: now, changedBy: by, unpublished },
  };
  await table.write([
    ...[...parts].filter(([part]) => !part.startsWith('question-')).map(put),
    authored.put(begun, before),
    ledger.audit(by, 'activity.drafted', { activityId, assessments: outlineOf(parts).assessments.length }),
  ]);
  return begun;
}
