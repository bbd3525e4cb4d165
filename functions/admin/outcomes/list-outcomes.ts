import { outcomesRoutes } from '../../../shared/api/admin/outcomes-routes.ts';
import { endpoint } from '../../endpoint.ts';

/** Lists the activities that have outcomes, by title. */
export const handler = endpoint(outcomesRoutes.listOutcomes, {}, async (_, { activities }) => ({
  activities: (await activities.list())
    .map(({ activityId, title, version, opensOn, closesOn }) => ({ activityId, title, version, opensOn, closesOn }))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en')),
}));
