import { type AwardDays, instantsOf, isAwardedIn } from '../../../shared/domain/award-days.ts';
import { openStates, type ReportState } from '../../../shared/domain/board-report.ts';
import type { BoardId } from '../../../shared/domain/moc-boards.ts';
import { type BoardPoints, boardPointsOf, type Hold, heldBack, holdOf } from '../../../shared/domain/points-report.ts';
import type { ListedAward } from '../../../shared/domain/wallet.ts';
import type { Capabilities } from '../../capabilities.ts';

type Reading = Capabilities<Record<never, never>>;

interface Filters extends AwardDays {
  readonly activityId?: string | undefined;
  readonly board?: BoardId | undefined;
  readonly state?: ReportState | 'open' | undefined;
}

/** An award with its points of the boards that are asked for. */
export interface AwardPoints {
  readonly award: ListedAward;
  readonly points: readonly BoardPoints[];
}

/** What an award has to itself, whatever its certificate comes to. */
const nameOf = ({ learnerId, activityId }: Pick<ListedAward, 'learnerId' | 'activityId'>): string =>
  `${learnerId}#${activityId}`;

/**
 * Awards with points, the earliest first, since it must be reported first, each as its boards were told. Two reads, however many awards
 * there are: whether a board may be told at all, their learners say.
 */
export async function readPoints(
  { activityId, board, ...days }: Filters,
  ask: { readonly limit: number; readonly cursor?: string | undefined },
  { credits, boardReports, config, digests }: Reading,
): Promise<{ readonly items: readonly AwardPoints[]; readonly cursor?: string | undefined }> {
  const { awards, cursor } = await credits.page({ ...instantsOf(days), oldestFirst: true, ...ask });
  const counting = awards.filter(
    (award) => isAwardedIn(award, days) && (activityId ?? award.activityId) === award.activityId,
  );
  const [first, last] = [counting.at(0), counting.at(-1)];
  const reports = Map.groupBy(first && last ? await boardReports.between(first, last) : [], nameOf);
  const { hostname } = new URL(config.siteUrl);
  // What board and accreditor know points by stays while certificates are replaced.
  const creditIdOf = (award: ListedAward): string => `ccid:${hostname}:${digests.sha256(nameOf(award)).slice(0, 32)}`;
  const items = counting
    .map((award) => ({
      award,
      points: boardPointsOf(award, reports.get(nameOf(award)) ?? [], creditIdOf(award)).filter(
        (points) => board === undefined || points.board === board,
      ),
    }))
    .filter(({ points }) => points.length > 0);
  return { items, cursor };
}

const wantedBy = ({ state }: Filters): readonly ReportState[] | undefined =>
  state === 'open' ? openStates : state && [state];

/** Whether a filter asks for points of which a board is still to be told, or may not be: of them the learners must be asked. */
export const asksLearners = (filters: Filters): boolean =>
  wantedBy(filters)?.some((state) => state === 'held' || openStates.includes(state)) ?? true;

/** Whether a board is still to be told of some of an award's points. */
export const isOpen = ({ points }: AwardPoints): boolean => points.some(({ state }) => openStates.includes(state));

/** Why no board may be told of the learner of an award, if none may. */
export async function holdOn(
  { award: { learnerId } }: AwardPoints,
  { learners, consents, clock }: Reading,
): Promise<Hold | undefined> {
  const [holder, decided] = await Promise.all([learners.holder(learnerId), consents.of(learnerId)]);
  const since = holder.learnerId === learnerId ? [] : await consents.of(holder.learnerId);
  return holdOf({ erased: holder.erased, consents: decided, since }, clock.now());
}

/** The points of an award that a filter asks for. */
export function wantedOf({ points }: AwardPoints, hold: Hold | undefined, filters: Filters): readonly BoardPoints[] {
  const wanted = wantedBy(filters);
  return points.map((each) => heldBack(each, hold)).filter(({ state }) => wanted?.includes(state) ?? true);
}
