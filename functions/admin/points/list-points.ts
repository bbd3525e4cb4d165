import { pointsRoutes } from '../../../shared/api/admin/points-routes.ts';
import type { BoardPoints } from '../../../shared/domain/points-report.ts';
import { endpoint } from '../../endpoint.ts';
import { type AwardPoints, asksLearners, holdOn, isOpen, readPoints, wantedOf } from './points-asked.ts';

/** What staff see of points. What the board knows the learner by is in the file alone. */
const pointsView = ({ award, board, action, points, reportBy, state, hold, report }: BoardPoints) => ({
  ...{ learnerId: award.learnerId, activityId: award.activityId, certificateId: award.certificateId },
  ...{ name: award.name, title: award.title, board, action, points, reportBy, state },
  ...(hold && { hold }),
  ...(report && { reportedAt: report.reportedAt }),
  ...(report?.answer?.reason !== undefined && { refusedBecause: report.answer.reason }),
});

/** So many awards are looked at for an answer: a read of the list. */
const AWARDS = 500;
/** And of so many of them the learner is asked, at two reads each. */
const LEARNERS = 25;

/** The first of them, until so many are open that no more learners may be asked. */
function someOf(awards: readonly AwardPoints[]): readonly AwardPoints[] {
  let open = 0;
  const end = awards.findIndex((award) => isOpen(award) && ++open > LEARNERS);
  return end === -1 ? awards : awards.slice(0, end);
}

/** How points stand with their boards. */
export const handler = endpoint(pointsRoutes.listPoints, {}, async ({ query }, capabilities) => {
  const { items, cursor } = await readPoints(query, { limit: AWARDS, cursor: query.cursor }, capabilities);
  const asks = asksLearners(query);
  const looked = asks ? someOf(items) : items;
  const points = await Promise.all(
    looked.map(async (award) =>
      wantedOf(award, asks && isOpen(award) ? await holdOn(award, capabilities) : undefined, query),
    ),
  );
  const last = looked.length < items.length ? looked.at(-1) : undefined;
  const next = last ? capabilities.credits.cursorAfter(last.award) : cursor;
  return { points: points.flat().map(pointsView), ...(next !== undefined && { next }) };
});
