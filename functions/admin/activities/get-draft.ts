import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { openDraft } from '../../activities/read-draft.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { draftView } from './views.ts';

/** Shows the draft of an activity, in its parts. */
export const handler = endpoint(activitiesRoutes.getDraft, {}, async ({ params }, capabilities) => {
  const draft = await openDraft(params.activityId, capabilities);
  return draft ? draftView(draft, capabilities) : notFound('draft');
});
