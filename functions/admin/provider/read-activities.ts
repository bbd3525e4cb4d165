import { providerRoutes } from '../../../shared/api/provider-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { activitySummaryView } from '../../views/activity-view.ts';

/** Every activity that was published, by its id. What was withdrawn is told too: credit was awarded for it. */
export const handler = endpoint(providerRoutes.readActivities, {}, async (_, { activities, clock }) => {
  const now = clock.now();
  const listed = await activities.list();
  return {
    activities: listed
      .map((activity) => activitySummaryView(activity, undefined, now))
      .toSorted((a, b) => (a.activityId < b.activityId ? -1 : 1)),
  };
});
