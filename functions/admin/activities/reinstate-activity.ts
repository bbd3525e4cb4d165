import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { standPublished } from './stand.ts';

/** Offers an activity again that was withdrawn. */
export const handler = endpoint(activitiesRoutes.reinstateActivity, {}, ({ params, body, staff }, capabilities) =>
  standPublished(params.activityId, staff.staffId, capabilities, ({ withdrawn }) =>
    withdrawn
      ? { change: { withdrawn: undefined }, event: ['activity.reinstated', { reason: body.reason }] }
      : refuse({
          code: 'not-withdrawn',
          message: 'This activity is not withdrawn.',
          remedy: 'Reload the page to see how it stands.',
        }),
  ),
);
