import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { standPublished } from './stand.ts';

/** Takes an activity off the list, for a reason that stays on record. */
export const handler = endpoint(activitiesRoutes.withdrawActivity, {}, ({ params, body, staff }, capabilities) =>
  standPublished(params.activityId, staff.staffId, capabilities, ({ withdrawn }, now) =>
    withdrawn
      ? refuse({
          code: 'already-withdrawn',
          message: 'This activity is withdrawn already.',
          remedy: 'Reload the page to see since when and why.',
        })
      : {
          change: { withdrawn: { at: now, by: staff.staffId, reason: body.reason } },
          event: ['activity.withdrawn', { reason: body.reason }],
        },
  ),
);
