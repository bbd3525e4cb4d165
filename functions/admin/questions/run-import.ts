import { questionsRoutes } from '../../../shared/api/admin/questions-routes.ts';
import { isRefusal } from '../../../shared/domain/refusal.ts';
import { endpoint } from '../../endpoint.ts';
import { decide } from '../../imports/decide.ts';
import { notFound, problemReply } from '../../middleware/reply.ts';
import { importView, mayFollow } from './import-view.ts';

/** Has a checked file brought in; once it runs, a repeat changes nothing. */
export const handler = endpoint(questionsRoutes.runImport, {}, async ({ params, body, staff }, capabilities) => {
  const before = await capabilities.imports.byId(params.importId);
  if (!before || !mayFollow(staff.role, before.value)) return notFound('import');
  const { state } = before.value;
  if (state === 'running' || state === 'done') return importView(before.value, capabilities);
  if (state !== 'checked')
    return problemReply(409, [
      {
        code: 'not-checked',
        message: state === 'failed' ? 'This import has failed.' : 'The file is still being checked.',
        remedy: state === 'failed' ? 'Hand in the file again.' : 'Wait until the check has come to its end.',
      },
    ]);
  const { leavingOut } = body;
  const running = await decide(before, { by: staff.staffId, leavingOut }, capabilities);
  return isRefusal(running) ? running : importView(running, capabilities);
});
