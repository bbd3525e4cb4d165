import { changesRoutes } from '../../../shared/api/admin/changes-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { decidedViews } from './decided-views.ts';

const PER_PAGE = 25;

/** Lists what was made or rejected in a year, newest first: one query, and what its entries name. */
export const handler = endpoint(changesRoutes.listDecidedChanges, {}, async ({ query, staff }, capabilities) => {
  const { changes, clock } = capabilities;
  const year = Number(query.year ?? clock.now().slice(0, 4));
  const page = await changes.decidedIn(year, { limit: PER_PAGE, cursor: query.cursor });
  return { year, decided: await decidedViews(page.decided, staff, capabilities), next: page.cursor };
});
