import { pointsRoutes } from '../../../shared/api/admin/points-routes.ts';
import { decideReport } from '../../../shared/domain/board-report.ts';
import { endpoint } from '../../endpoint.ts';
import { notePoints } from './note-points.ts';

/** Staff handed a file in, and say so. */
export const handler = endpoint(pointsRoutes.reportPoints, {}, ({ body, staff }, capabilities) => {
  const { ledger, clock } = capabilities;
  return notePoints(
    body.points,
    capabilities,
    (asked, report) => decideReport(asked, report, clock.now()),
    ({ learnerId, activityId, board, action, points }) =>
      ledger.audit(staff.staffId, 'points.reported', { learnerId, activityId, board, action, points }),
  );
});
