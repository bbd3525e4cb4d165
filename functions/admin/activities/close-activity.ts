import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { refuse } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { standPublished } from './stand.ts';

/** Has an activity close earlier than its version says; the version's own day takes that back. */
export const handler = endpoint(activitiesRoutes.closeActivity, {}, ({ params, body, staff }, capabilities) =>
  standPublished(params.activityId, staff.staffId, capabilities, ({ published }, now) => {
    const { reason, closesOn } = body;
    if (closesOn > published.closesOn)
      return refuse({
        code: 'later-than-version',
        message: `Version ${published.version} closes on ${published.closesOn}.`,
        remedy: 'Choose that day or an earlier one. A later day is a new version: it goes by the rules of publishing.',
        field: '/closesOn',
      });
    const early = { on: closesOn, at: now, by: staff.staffId, reason };
    return {
      change: { closesEarly: closesOn < published.closesOn ? early : undefined },
      event: ['activity.closing-set', { reason, closesOn }],
    };
  }),
);
