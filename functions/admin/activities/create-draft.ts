import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import type { ActivityDocument } from '../../../shared/authoring/document-of-activity.ts';
import { outlineOf } from '../../../shared/authoring/draft-parts.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { beginDraft, documentOfVersion, emptyDocument, freshParts } from '../../activities/begin-draft.ts';
import { openDraft } from '../../activities/read-draft.ts';
import type { Capabilities } from '../../capabilities.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';
import { required } from '../../records/require.ts';
import { draftView } from './views.ts';

interface Source {
  readonly title?: string | undefined;
  readonly copyOf?: { readonly activityId: string; readonly version?: number | undefined } | undefined;
}

/** What the new activity begins as; nothing where there is no such version to copy. */
async function beginning(
  { title, copyOf }: Source,
  capabilities: Capabilities<Record<never, never>>,
): Promise<ActivityDocument | undefined> {
  const { authored, providers } = capabilities;
  if (!copyOf) {
    const [only, ...others] = await providers.list();
    return emptyDocument(title ?? '', others.length === 0 ? only?.value.providerId : undefined);
  }
  const published = (await authored.of(copyOf.activityId))?.value.published;
  const version = copyOf.version ?? published?.version;
  if (!published || version === undefined || version < 1 || version > published.version) return undefined;
  const document = await documentOfVersion(copyOf.activityId, version, capabilities);
  return { ...document, ...(title && { title }) };
}

/** Begins an activity. Its id is the author's to choose, once: it is part of web addresses. */
export const handler = endpoint(activitiesRoutes.createDraft, {}, async ({ body, staff }, capabilities) => {
  const { activityId } = body;
  const { authored, activities } = capabilities;
  const [there, listed] = await Promise.all([authored.of(activityId), activities.summaryOf(activityId)]);
  if (there || listed)
    return refuse({
      code: 'activity-exists',
      message: `There is an activity “${activityId}” already.`,
      remedy: 'Choose another id, or open that activity.',
      field: '/activityId',
    });
  const document = await beginning(body, capabilities);
  if (!document) return notFound('version to copy');
  const parts = freshParts(document, capabilities);
  await beginDraft(activityId, { parts, by: staff.staffId, saved: new Map(), before: undefined }, capabilities);
  const draft = required(await openDraft(activityId, capabilities), 'The draft that was begun');
  return reply(201, await draftView({ ...draft, outline: outlineOf(parts) }, capabilities));
});
