import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { endpoint } from '../../endpoint.ts';
import { notFound } from '../../middleware/reply.ts';
import { importView, mayFollow } from './import-view.ts';

/** As many as anybody reads on a screen. */
const MOST_SHOWN = 200;

/** Shows how far an import is, with what was found of its rows: what is wrong first. */
export const handler = endpoint(questionsRoutes.getImport, {}, async ({ params, staff }, capabilities) => {
  const { imports } = capabilities;
  const what = (await imports.byId(params.importId))?.value;
  if (!what || !mayFollow(staff.role, what)) return notFound('import');
  const noted = (await imports.verdicts(what.importId)).filter(({ said }) => said.length > 0);
  const badFirst = [...noted.filter(({ good }) => !good), ...noted.filter(({ good }) => good)];
  return {
    ...(await importView(what, capabilities)),
    noted: badFirst.slice(0, MOST_SHOWN),
    notedInAll: noted.length,
  };
});
