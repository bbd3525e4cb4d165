import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { changeViews } from '../../views/staff-change-view.ts';

/** Shows a change. */
export const handler = endpoint(changesRoutes.getChange, {}, async ({ params, staff }, capabilities) => {
  const change = await capabilities.changes.byId(params.changeId);
  if (!change) return notFound('change');
  return (await changeViews([change.value], staff, capabilities))[0] ?? notFound('change');
});
