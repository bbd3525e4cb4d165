import { pointsRoutes } from '../../shared/api/admin/points-routes.ts';
import { serving } from '../serving.ts';
import { handler as answerPoints } from './points/answer-points.ts';
import { handler as exportPoints } from './points/export-points.ts';
import { handler as listPoints } from './points/list-points.ts';
import { handler as reportPoints } from './points/report-points.ts';

export const handler = serving(pointsRoutes, { listPoints, exportPoints, reportPoints, answerPoints });
