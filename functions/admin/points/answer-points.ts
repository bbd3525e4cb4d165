import { pointsRoutes } from '../../../shared/api/admin/points-routes.ts';
import { decideAnswer } from '../../../shared/domain/board-report.ts';
import { endpoint } from '../../endpoint.ts';
import { notePoints } from './note-points.ts';

/** Staff read in the accreditor's system what a board answered, and say so. */
export const handler = endpoint(pointsRoutes.answerPoints, {}, ({ body, staff }, capabilities) => {
  const { points, verdict, reason } = body;
  const { ledger, clock } = capabilities;
  return notePoints(
    points,
    capabilities,
    (_, report) => decideAnswer(report, { verdict, reason }, clock.now()),
    ({ learnerId, activityId, board }) =>
      ledger.audit(staff.staffId, 'points.answered', { learnerId, activityId, board, verdict }),
  );
});
