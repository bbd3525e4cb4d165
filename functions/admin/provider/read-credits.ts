import { providerRoutes } from '../../../shared/api/provider-routes.ts';
import { endpoint } from '../../endpoint.ts';

const PAGE = 100;

/** Awards since an instant, oldest first, so that whoever reads on never meets a page that moved. */
export const handler = endpoint(providerRoutes.readCredits, {}, async ({ query }, { credits }) => {
  // The list sorts by instants with milliseconds.
  const from = query.since && new Date(query.since).toISOString();
  const page = await credits.page({ from, oldestFirst: true, limit: PAGE, cursor: query.cursor });
  return {
    credits: page.awards.map(({ standing, ...award }) => ({ ...award, standing: standing ?? ('valid' as const) })),
    next: page.cursor,
  };
});
