import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { importView, mayFollow } from './import-view.ts';

const PAGE = 50;

/** Lists earlier imports, newest first. */
export const handler = endpoint(questionsRoutes.listImports, {}, async ({ query, staff }, capabilities) => {
  const { imports, cursor } = await capabilities.imports.list({ limit: PAGE, cursor: query.cursor });
  const shown = imports.filter((what) => mayFollow(staff.role, what));
  return {
    imports: await Promise.all(shown.map((what) => importView(what, capabilities))),
    ...(cursor !== undefined && { next: cursor }),
  };
});
