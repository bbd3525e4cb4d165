import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { printActivity } from '../../../shared/authoring/print-activity.ts';
import { contentDisposition } from '../../adapters/content-disposition.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';
import { versionAsked } from './version-asked.ts';

/** Gives a published version as an activity file. */
export const handler = endpoint(activitiesRoutes.exportVersion, {}, async ({ params }, capabilities) => {
  const { activities } = capabilities;
  const { activityId } = params;
  const number = await versionAsked(params, capabilities);
  if (number === undefined) return notFound('version');
  const [activity, keys] = await Promise.all([
    activities.version(activityId, number),
    activities.answerKeys(activityId, number),
  ]);
  const headers = { 'content-disposition': contentDisposition(`${activityId}-version-${number}.yaml`) };
  return reply(200, printActivity({ activity, keys }), { headers });
});
