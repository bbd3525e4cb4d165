import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { stuckAsked } from './stuck-asked.ts';

const PAGE = 50;

/** Lists what is parked or failing. */
export const handler = endpoint(operationsRoutes.listStuckWork, {}, async ({ query }, capabilities) => {
  const { items, cursor: next } = await stuckAsked(query, capabilities)({ limit: PAGE, cursor: query.cursor });
  return { items, next };
});
