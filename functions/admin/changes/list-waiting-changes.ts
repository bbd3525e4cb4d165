import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { batchSummary, changeViews } from '../../views/staff-change-view.ts';
import { waitingAsked } from './waiting-asked.ts';

/** Of changes and of batches each. */
const PER_PAGE = 100;

/** Lists what waits for a second person, oldest first. */
export const handler = endpoint(changesRoutes.listWaitingChanges, {}, async ({ query, staff }, capabilities) => {
  const here = await waitingAsked({ limit: PER_PAGE, cursor: query.cursor }, capabilities);
  return {
    changes: await changeViews(here.changes, staff, capabilities),
    batches: await Promise.all(here.batches.map((batch) => batchSummary(batch, staff, capabilities))),
    next: here.next,
  };
});
