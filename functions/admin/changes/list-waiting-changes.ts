import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { batchSummary, changeViews } from '../../views/staff-change-view.ts';

const first = { limit: 100 };

/** Lists what waits for a second person, oldest first. */
export const handler = endpoint(changesRoutes.listWaitingChanges, {}, async ({ staff }, capabilities) => {
  const { changes, batches } = capabilities;
  const [waiting, many] = await Promise.all([changes.waiting(first), batches.waiting(first)]);
  return {
    changes: await changeViews(waiting.items, staff, capabilities),
    batches: await Promise.all(many.items.map((batch) => batchSummary(batch, staff, capabilities))),
  };
});
