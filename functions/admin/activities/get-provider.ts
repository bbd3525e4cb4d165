import { activitiesRoutes } from '../../../shared/api/admin/activities-routes.ts';
import { etagOf } from '../../activities/revisions.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound, reply } from '../../middleware/reply.ts';
import { providerView } from './provider-view.ts';

/** Shows what a provider says of itself. */
export const handler = endpoint(activitiesRoutes.getProvider, {}, async ({ params }, { providers, staff }) => {
  const { providerId } = params;
  const kept = await providers.byId(providerId);
  if (!kept) return notFound('provider');
  const [drawings, nameOf] = await Promise.all([providers.drawings(providerId), staff.names()]);
  return reply(200, providerView(kept, drawings, nameOf), { headers: { etag: etagOf(kept.rev) } });
});
