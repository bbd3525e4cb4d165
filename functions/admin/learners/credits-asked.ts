import type { ListedAward } from '../../../shared/domain/wallet.ts';
import type { Credits } from '../../records/credits.ts';

interface Filters {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly activityId?: string | undefined;
  readonly creditType?: string | undefined;
  readonly standing?: string | undefined;
}

/** How awards are read by filters: days by the list's key, the rest by looking at what was read. */
export function creditsAsked(credits: Credits, { from, until, activityId, creditType, standing }: Filters) {
  const picks = activityId !== undefined || creditType !== undefined || standing !== undefined;
  return {
    read: async (ask: { readonly limit: number; readonly cursor?: string | undefined }) => {
      const page = await credits.page({ from, until, ...ask });
      return { items: page.awards, cursor: page.cursor };
    },
    keep: picks
      ? (award: ListedAward): boolean =>
          (activityId === undefined || award.activityId === activityId) &&
          (creditType === undefined || award.credits.some((credit) => credit.creditType === creditType)) &&
          (standing === undefined || (award.standing ?? 'valid') === standing)
      : undefined,
  };
}
