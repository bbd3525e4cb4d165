import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { activityStates } from '../../../shared/domain/authored.ts';
import { endpoint } from '../../endpoint.ts';
import { authoredAsked } from './authored-asked.ts';

/** Lists every activity, what was changed last first. */
export const handler = endpoint(activitiesRoutes.listAuthored, {}, async ({ query }, capabilities) => {
  const { all, wanted } = await authoredAsked(query, capabilities);
  const counts = Object.fromEntries([
    ...activityStates.map((state) => [state, all.filter((view) => view.state === state).length]),
    ['changed', all.filter(({ unpublished }) => unpublished).length],
  ]);
  return { activities: wanted, counts };
});
