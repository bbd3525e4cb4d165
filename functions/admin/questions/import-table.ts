import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { beginning } from './beginning.ts';

/** Takes a table of learners or of earlier credits. */
export const handler = endpoint(
  questionsRoutes.importTable,
  {},
  ({ body: { kind, fileName, text }, staff }, capabilities) =>
    beginning({ kind, fileName, by: staff.staffId }, { documents: [{ text }] }, capabilities),
);
