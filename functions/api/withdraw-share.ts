import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { endpoint } from '../endpoint.ts';
import { notFound } from '../middleware/reply.ts';
import { shareView } from '../views/share-view.ts';

/** Withdraws a link to the transcript. */
export const handler = endpoint(
  learnerRoutes.withdrawShare,
  {},
  async ({ principal, params }, { shares, table, clock }) => {
    const before = await shares.of(principal.learnerId, params.shareId);
    if (!before) return notFound('link');
    const now = clock.now();
    if (before.value.withdrawnAt !== undefined) return shareView(before.value, now);
    const share = { ...before.value, withdrawnAt: now };
    await table.write([shares.put(share, before)]);
    return shareView(share, now);
  },
);
