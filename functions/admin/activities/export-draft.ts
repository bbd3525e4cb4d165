import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { printDocument } from '../../../shared/authoring/print-activity.ts';
import { idPattern } from '../../../shared/domain/kinds.ts';
import { openDraft } from '../../activities/read-draft.ts';
import { contentDisposition } from '../../adapters/content-disposition.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';

/** Gives a draft as an activity file: its provider written out, whose drawings are files of their own. */
export const handler = endpoint(activitiesRoutes.exportDraft, {}, async ({ params }, capabilities) => {
  const { activityId } = params;
  const draft = await openDraft(activityId, capabilities);
  if (!draft) return notFound('draft');
  const { id, title, provider, ...rest } = draft.document;
  const known = typeof provider === 'string' && idPattern.test(provider);
  const kept = known ? await capabilities.providers.byId(provider) : undefined;
  const file = printDocument({ id, title, provider: kept?.value.fields ?? provider, ...rest });
  const headers = { 'content-disposition': contentDisposition(`${activityId}-draft.yaml`) };
  return reply(200, file, { headers });
});
