import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { endpoint } from '../endpoint.ts';
import { activitySummaryView } from '../views/activity-view.ts';

/** Lists the activities on offer, by title, and where the learner stands in each. */
export const handler = endpoint(learnerRoutes.listActivities, {}, async ({ principal }, capabilities) => {
  const { activities, participations, learners, clock } = capabilities;
  const [listed, own] = await Promise.all([
    activities.list(),
    principal ? participations.listOf(await learners.accountsOf(principal.learnerId)) : undefined,
  ]);
  const now = clock.now();
  // What was withdrawn is listed for those alone who are under way in it.
  const offered = listed.filter(
    ({ activityId, withdrawnAt }) =>
      !withdrawnAt || own?.some((participation) => participation.activityId === activityId),
  );
  const views = offered.map((activity) =>
    activitySummaryView(
      activity,
      own && { participation: own.find(({ activityId }) => activityId === activity.activityId) },
      now,
    ),
  );
  return { activities: views.toSorted((a, b) => a.title.localeCompare(b.title, 'en')) };
});
