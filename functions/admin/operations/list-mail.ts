import { operationsRoutes } from '../../../shared/api/admin/operations-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { mailAsked } from './mail-asked.ts';

const PAGE = 50;

/** Lists mail by what it came to, or what waits. */
export const handler = endpoint(operationsRoutes.listMail, {}, async ({ query }, capabilities) => {
  const { items: mail, cursor: next } = await mailAsked(query, capabilities)({ limit: PAGE, cursor: query.cursor });
  return { next, mail };
});
