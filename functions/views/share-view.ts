import type { Instant } from '../../shared/domain/kinds.ts';
import { type Share, shareStanding } from '../../shared/domain/share.ts';

/** A link as its learner sees it: never the token, which is not kept. */
export const shareView = (share: Share, now: Instant) => {
  const { shareId, scope, madeAt, expiresAt, withdrawnAt } = share;
  return { shareId, scope, madeAt, expiresAt, withdrawnAt, standing: shareStanding(share, now) };
};
