import { outcomesRoutes } from '../../../shared/api/admin/outcomes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { reportOf } from '../../outcomes/report-of.ts';

/** Tells the outcomes of an activity. */
export const handler = endpoint(
  outcomesRoutes.getOutcomes,
  {},
  async ({ params, query }, capabilities) =>
    (await reportOf(params.activityId, query, capabilities)) ?? notFound('activity'),
);
