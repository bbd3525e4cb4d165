import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { documentOf } from '../../../shared/authoring/document-of-activity.ts';
import { partsOf } from '../../../shared/authoring/draft-parts.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { versionAsked } from './version-asked.ts';

/** Shows a published version, frozen as it is, in the parts of a draft. */
export const handler = endpoint(activitiesRoutes.getVersion, {}, async ({ params }, capabilities) => {
  const { activities, authored, staff } = capabilities;
  const { activityId } = params;
  const number = await versionAsked(params, capabilities);
  if (number === undefined) return notFound('version');
  const [activity, keys, publication, nameOf] = await Promise.all([
    activities.version(activityId, number),
    activities.answerKeys(activityId, number),
    authored.publication(activityId, number),
    staff.names(),
  ]);
  let count = 0;
  const parts = partsOf(documentOf({ activity, keys }), () => String(++count));
  return {
    ...{ version: number, publishedAt: activity.publishedAt },
    publishedBy: publication && nameOf(publication.publishedBy),
    parts: Object.fromEntries([...parts].map(([part, content]) => [part, { rev: 0, content }])),
  };
});
