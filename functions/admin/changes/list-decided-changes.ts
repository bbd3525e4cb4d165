import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { required } from '../../records/require.ts';
import { batchSummary, changeViews } from '../../views/staff-change-view.ts';

const PER_PAGE = 25;

/** Lists what was made or rejected in a year, newest first: one query, and what its entries name. */
export const handler = endpoint(changesRoutes.listDecidedChanges, {}, async ({ query, staff }, capabilities) => {
  const { changes, batches, clock } = capabilities;
  const year = Number(query.year ?? clock.now().slice(0, 4));
  const page = await changes.decidedIn(year, { limit: PER_PAGE, cursor: query.cursor });
  const decided = await Promise.all(
    page.decided.map(async ({ id, is, at }) => {
      if (is === 'batch') {
        const batch = required(await batches.byId(id), `The batch ${id}`).value;
        return { at, batch: await batchSummary(batch, staff, capabilities) };
      }
      const change = required(await changes.byId(id), `The change ${id}`).value;
      return { at, change: (await changeViews([change], staff, capabilities))[0] };
    }),
  );
  return { year, decided, next: page.cursor };
});
