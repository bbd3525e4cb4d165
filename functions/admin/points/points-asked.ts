import { openStates, type ReportState } from '../../../shared/domain/board-report.ts';
import type { BoardId } from '../../../shared/domain/moc-boards.ts';
import { type BoardPoints, boardPointsOf } from '../../../shared/domain/points-report.ts';
import type { ListedAward } from '../../../shared/domain/wallet.ts';
import type { Capabilities } from '../../capabilities.ts';

interface Filters {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly activityId?: string | undefined;
  readonly board?: BoardId | undefined;
  readonly state?: ReportState | 'open' | undefined;
}

/** Of each award four rows are read beside the list; more at once would only wait in line. */
const AT_ONCE = 100;

/** How points stand with their boards by filters, the earliest award first: it must be reported first. */
export function pointsAsked(
  { from, until, activityId, board, state }: Filters,
  { credits, learners, boardIdentities, boardReports, consents, clock, config }: Capabilities<Record<never, never>>,
) {
  const place = { host: new URL(config.siteUrl).hostname, now: clock.now() };
  const wanted: readonly ReportState[] | undefined = state === 'open' ? openStates : state && [state];

  async function pointsOf(award: ListedAward): Promise<readonly BoardPoints[]> {
    const { learnerId } = award;
    const [learner, identities, decided, reports] = await Promise.all([
      learners.living(learnerId),
      boardIdentities.of(learnerId, award.activityId),
      consents.of(learnerId),
      boardReports.of(learnerId, award.activityId),
    ]);
    const { profile, learnerId: living = learnerId } = learner?.value ?? {};
    const since = living === learnerId ? [] : await consents.of(living);
    return boardPointsOf(
      award,
      { profile, identities, consents: decided, since, reports: reports.map(({ value }) => value) },
      place,
    );
  }

  return {
    read: async (ask: { readonly limit: number; readonly cursor?: string | undefined }) => {
      const { awards, cursor } = await credits.page({ from, until, oldestFirst: true, ...ask });
      const withPoints = awards.filter(
        (award) => (award.moc ?? []).length > 0 && (activityId === undefined || award.activityId === activityId),
      );
      const items: BoardPoints[] = [];
      for (let at = 0; at < withPoints.length; at += AT_ONCE)
        items.push(...(await Promise.all(withPoints.slice(at, at + AT_ONCE).map(pointsOf))).flat());
      return { items, cursor };
    },
    keep: (points: BoardPoints): boolean =>
      (board === undefined || points.board === board) && (wanted === undefined || wanted.includes(points.state)),
  };
}
