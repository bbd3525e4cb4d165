import { type AwardDays, instantsOf, isAwardedIn } from '../../../shared/domain/award-days.ts';
import type { ListedAward } from '../../../shared/domain/wallet.ts';
import type { Credits } from '../../records/credits.ts';

interface Filters extends AwardDays {
  readonly activityId?: string | undefined;
  readonly creditType?: string | undefined;
  readonly standing?: string | undefined;
}

/** How awards are read by filters: about the days by the list's key, the rest by looking at what was read. */
export function creditsAsked(credits: Credits, { activityId, creditType, standing, ...days }: Filters) {
  const picks = [activityId, creditType, standing, days.from, days.until].some((filter) => filter !== undefined);
  return {
    read: async (ask: { readonly limit: number; readonly cursor?: string | undefined }) => {
      const page = await credits.page({ ...instantsOf(days), ...ask });
      return { items: page.awards, cursor: page.cursor };
    },
    keep: picks
      ? (award: ListedAward): boolean =>
          isAwardedIn(award, days) &&
          (activityId === undefined || award.activityId === activityId) &&
          (creditType === undefined || award.credits.some((credit) => credit.creditType === creditType)) &&
          (standing === undefined || (award.standing ?? 'valid') === standing)
      : undefined,
  };
}
