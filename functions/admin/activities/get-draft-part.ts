import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { partIdPattern } from '../../../shared/authoring/draft-parts.ts';
import { etagOf } from '../../activities/revisions.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';
import { partView } from './views.ts';

/** Shows one part of a draft. */
export const handler = endpoint(activitiesRoutes.getDraftPart, {}, async ({ params }, { drafts, staff }) => {
  const { activityId, part } = params;
  const saved = partIdPattern.test(part) ? await drafts.part(activityId, part) : undefined;
  if (!saved) return notFound('part of a draft');
  const view = { part, ...partView(saved, await staff.names()) };
  return reply(200, view, { headers: { etag: etagOf(saved.rev) } });
});
