import { learnersRoutes } from '../../../shared/api/admin/learners-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { filteredPage } from '../../views/filtered-page.ts';
import { creditsAsked } from './credits-asked.ts';

/** Every award of the provider, newest first. */
export const handler = endpoint(learnersRoutes.listCredits, {}, async ({ query }, { credits }) => {
  const { read, keep } = creditsAsked(credits, query);
  const { items, cursor: next } = await filteredPage(read, query.cursor, keep);
  return { credits: items, ...(next !== undefined && { next }) };
});
