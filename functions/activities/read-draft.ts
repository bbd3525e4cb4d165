import { type ReadDraft, readDraft } from '../../shared/authoring/activity-document.ts';
import type { ActivityDocument } from '../../shared/authoring/document-of-activity.ts';
import { assembled, type Outline, outlineOf, type PartId } from '../../shared/authoring/draft-parts.ts';
import type { Authored } from '../../shared/domain/authored.ts';
import { type ActivityId, idPattern } from '../../shared/domain/kinds.ts';
import type { Capabilities } from '../capabilities.ts';
import type { SavedPart } from '../records/drafts.ts';
import type { Stored } from '../records/rows.ts';

/** A draft as it stands, in its parts. */
export interface OpenDraft {
  /** Read before the parts: a write that expects it fails when a part was saved since. */
  readonly seen: Stored<Authored>;
  readonly saved: ReadonlyMap<PartId, Stored<SavedPart>>;
  readonly outline: Outline;
  readonly document: ActivityDocument;
}

type Needed = Capabilities<Record<never, never>>;

/** The draft of an activity; nothing where it has none. */
export async function openDraft(activityId: ActivityId, capabilities: Needed): Promise<OpenDraft | undefined> {
  const { authored, drafts } = capabilities;
  const seen = await authored.of(activityId);
  if (!seen?.value.draft) return undefined;
  const saved = await drafts.parts(activityId);
  const parts = new Map([...saved].map(([part, { value }]) => [part, value.content]));
  return { seen, saved, outline: outlineOf(parts), document: assembled(activityId, parts) };
}

/** Reads a draft by the rules of publishing: what it says as far as it can be read, and everything that is wrong with it. */
export async function judgeDraft(
  { document, seen }: Pick<OpenDraft, 'document' | 'seen'>,
  { activities, providers, clock }: Needed,
): Promise<ReadDraft> {
  const { activityId, published } = seen.value;
  const named = typeof document.provider === 'string' ? document.provider : undefined;
  const [provider, before] = await Promise.all([
    named !== undefined && idPattern.test(named) ? providers.document(named) : undefined,
    published && activities.version(activityId, published.version),
  ]);
  const known = new Map(named !== undefined && provider ? [[named, provider]] : []);
  return readDraft({ document, providers: known, now: clock.now(), before });
}
