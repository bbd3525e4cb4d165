import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { beginDraft, documentOfVersion, freshParts } from '../../activities/begin-draft.ts';
import { openDraft } from '../../activities/read-draft.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { required } from '../../records/require.ts';
import { draftView } from './views.ts';

/** Begins the draft of an activity again from a published version: to write the next, or to throw changes away. */
export const handler = endpoint(activitiesRoutes.restartDraft, {}, async ({ params, body, staff }, capabilities) => {
  const { activityId } = params;
  const { authored, drafts } = capabilities;
  const before = await authored.of(activityId);
  const latest = before?.value.published?.version ?? 0;
  if (!before || body.version < 1 || body.version > latest) return notFound('version');
  const saved = await drafts.parts(activityId);
  const parts = freshParts(await documentOfVersion(activityId, body.version, capabilities), capabilities);
  const changes = body.version !== latest;
  await beginDraft(activityId, { parts, by: staff.staffId, saved, before, unpublished: changes }, capabilities);
  return draftView(required(await openDraft(activityId, capabilities), 'The draft that was begun'), capabilities);
});
