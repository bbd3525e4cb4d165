import { pointsRoutes } from '../../../shared/api/admin/points-routes.ts';
import type { BoardPoints } from '../../../shared/domain/points-report.ts';
import { endpoint } from '../../endpoint.ts';
import { filteredPage } from '../../views/filtered-page.ts';
import { pointsAsked } from './points-asked.ts';

/** What staff see of points. What the board knows the learner by is in the file alone. */
const pointsView = ({ award, board, action, points, completedOn, reportBy, state, hold, report }: BoardPoints) => ({
  ...{ learnerId: award.learnerId, activityId: award.activityId, certificateId: award.certificateId },
  ...{ name: award.name, title: award.title, board, action, points, completedOn, reportBy, state },
  ...(hold && state === 'held' && { hold }),
  ...(report && { reportedAt: report.reportedAt }),
  ...(report?.answer?.reason !== undefined && { refusedBecause: report.answer.reason }),
});

/** Each award with points is four reads more, and an answer is there within a second. */
const AWARDS_AT_ONCE = 100;

/** How points stand with their boards. */
export const handler = endpoint(pointsRoutes.listPoints, {}, async ({ query }, capabilities) => {
  const { read, keep } = pointsAsked(query, capabilities);
  const some: typeof read = (ask) => read({ ...ask, limit: Math.min(ask.limit, AWARDS_AT_ONCE) });
  const { items, cursor: next } = await filteredPage(some, query.cursor, keep);
  return { points: items.map(pointsView), ...(next !== undefined && { next }) };
});
