import { learnerRoutes } from '../../shared/api/learner-routes.ts';
import { epochMs } from '../../shared/domain/kinds.ts';
import { endpoint } from '../endpoint.ts';
import { shareView } from '../views/share-view.ts';

/** Lists the links that the learner made, newest first. */
export const handler = endpoint(learnerRoutes.listShares, {}, async ({ principal }, { shares, clock }) => {
  const made = await shares.list(principal.learnerId);
  const now = clock.now();
  return {
    shares: made
      .toSorted((one, other) => epochMs(other.madeAt) - epochMs(one.madeAt))
      .map((share) => shareView(share, now)),
  };
});
