import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';

/** Lists the versions of an activity, newest first. */
export const handler = endpoint(activitiesRoutes.listVersions, {}, async ({ params }, { authored, staff }) => {
  const [activity, publications, nameOf] = await Promise.all([
    authored.of(params.activityId),
    authored.publications(params.activityId),
    staff.names(),
  ]);
  if (!activity) return notFound('activity');
  const versions = publications.map((one) => ({ ...one, publishedBy: nameOf(one.publishedBy) }));
  return { versions: versions.toReversed() };
});
