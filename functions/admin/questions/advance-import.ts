import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { SECOND } from '../../../shared/domain/kinds.ts';
import { endpoint } from '../../endpoint.ts';
import { carryOn } from '../../imports/carry-on.ts';
import { notFound } from '../../middleware/reply.ts';
import { importView, mayFollow } from './import-view.ts';

/** Short, so that whoever looks on sees it move. */
const GOES_ON_FOR_MS = 2 * SECOND;

/** Has an import go on for a moment. */
export const handler = endpoint(questionsRoutes.advanceImport, {}, async ({ params, staff }, capabilities) => {
  const before = (await capabilities.imports.byId(params.importId))?.value;
  if (!before || !mayFollow(staff.role, before)) return notFound('import');
  const after = await carryOn(before.importId, GOES_ON_FOR_MS, capabilities);
  return importView(after ?? before, capabilities);
});
